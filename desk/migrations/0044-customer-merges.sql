-- Customers who turned out to be one person. Rows keep the customer whom they were written for; `merged_into` names who stands
-- for them, made of the merges that hold. Taking one back is marking it: nothing that was somebody's was ever rewritten.
create table customer_merges (
  workspace_id uuid not null references workspaces,
  merge_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  by_kind text not null check (by_kind in ('member', 'key')),
  by_id uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, merge_id),
  foreign key (workspace_id, from_id) references customers,
  foreign key (workspace_id, to_id) references customers
);
create unique index customer_merges_holding on customer_merges (workspace_id, from_id) where undone_at is null;
create index customer_merges_to on customer_merges (workspace_id, to_id) where undone_at is null;

-- "These are two": not suggested again. The lower id first.
create table told_apart (
  workspace_id uuid not null references workspaces,
  one_id uuid not null,
  other_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  foreign key (workspace_id, one_id) references customers,
  foreign key (workspace_id, other_id) references customers
);

create index customers_one on customers (workspace_id, (coalesce(merged_into, customer_id)));
-- What two ways of writing the same number, or two addresses of one person, have in common.
create index addresses_by_number_end on addresses (workspace_id, right(value, 8)) where kind = 'phone';
create index addresses_by_local_part on addresses (workspace_id, split_part(split_part(value, '@', 1), '+', 1)) where kind = 'mail';
