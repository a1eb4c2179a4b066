-- What customers need, in their words, and what was recommended for it.

create table needs (
  workspace_id uuid not null references workspaces,
  need_id uuid not null,
  customer_id uuid not null,
  conversation_id uuid not null,
  -- the customer's message that says it; null: it is ours until they confirm it
  message_id uuid,
  -- erased with the customer
  words text,
  by_id uuid not null,
  at timestamptz not null,
  -- where it was ours: when and in which message the customer said yes
  confirmed_at timestamptz,
  confirmed_in uuid,
  dropped_at timestamptz,
  primary key (workspace_id, need_id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, confirmed_in) references messages
);
create index needs_by_customer on needs (workspace_id, customer_id, at);

create table recommendations (
  workspace_id uuid not null references workspaces,
  recommendation_id uuid not null,
  customer_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  -- null: nothing is needed
  product text,
  -- the facts that the whole price is the sum of: [{factId, version}]
  prices jsonb not null default '[]',
  total text,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, recommendation_id),
  unique (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, customer_id) references customers
);
create index recommendations_by_customer on recommendations (workspace_id, customer_id, at);

create table recommendation_fits (
  workspace_id uuid not null references workspaces,
  recommendation_id uuid not null,
  need_id uuid not null,
  fit text not null check (fit in ('met', 'partly', 'not-met', 'unknown')),
  fact_id uuid,
  version int,
  primary key (workspace_id, recommendation_id, need_id),
  foreign key (workspace_id, recommendation_id) references recommendations,
  foreign key (workspace_id, need_id) references needs
);
