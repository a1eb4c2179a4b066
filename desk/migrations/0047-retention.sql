-- What goes because of its age, and what must not go. A row of retention_rules is a rule that is on.

create table retention_rules (
  workspace_id uuid not null references workspaces,
  -- texts: closed conversations in which nothing is owed; customers: those with whom nothing is left
  kind text not null check (kind in ('texts', 'customers')),
  months int not null check (months between 1 and 600),
  set_by uuid,
  set_at timestamptz not null,
  -- when the next batch is due
  next_at timestamptz not null,
  primary key (workspace_id, kind)
);
create index retention_rules_due on retention_rules (next_at);

-- What each run of a rule did: counts alone.
create table retention_runs (
  workspace_id uuid not null references workspaces,
  run_id uuid not null,
  kind text not null check (kind in ('texts', 'customers')),
  months int not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  erased int not null default 0,
  primary key (workspace_id, run_id)
);
create index retention_runs_newest on retention_runs (workspace_id, began_at desc, run_id);

-- A legal hold: nothing of it is erased, by a rule or by hand. `reason` is erased with the customer, once it is lifted.
create table legal_holds (
  workspace_id uuid not null references workspaces,
  hold_id uuid not null,
  -- of a customer, of a conversation, or with neither of the whole workspace
  customer_id uuid,
  conversation_id uuid,
  reason text,
  by_id uuid,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (workspace_id, hold_id),
  check (customer_id is null or conversation_id is null),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, conversation_id) references conversations
);
create index legal_holds_standing on legal_holds (workspace_id) where lifted_at is null;

-- When its texts were erased because of their age.
alter table conversations add column texts_erased_at timestamptz;
