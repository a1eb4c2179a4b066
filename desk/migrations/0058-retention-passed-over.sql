-- What a run of a rule could not erase, because something of it came meanwhile or a legal hold names it: not tried again in each of
-- its batches. Emptied when the run is over.
alter table retention_rules add column passed_over uuid[] not null default '{}';
