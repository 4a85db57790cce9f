"""All that writes to the programme. One service call is one transaction and one handeling in the trail."""
