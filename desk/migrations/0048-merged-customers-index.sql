-- Those who were merged into somebody: a name, a company or a time zone of theirs is looked for there, too.
create index customers_merged on customers (workspace_id, merged_into) where merged_into is not null;
