"""From rows to the facts of the rules, and to what a person fills in. Reads; decides and writes nothing."""
