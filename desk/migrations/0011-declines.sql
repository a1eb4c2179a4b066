-- An honest no that was sent: what was asked, why not, what it rests on, and what can be done instead.

create table declines (
  workspace_id uuid not null references workspaces,
  decline_id uuid not null,
  customer_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  basis text not null check (basis in ('capability', 'capacity', 'law', 'safety', 'policy', 'unfair', 'wrong')),
  -- the fact that it rests on, as it was then
  fact_id uuid,
  version int,
  has_alternative boolean not null,
  by_id uuid not null,
  at timestamptz not null,
  -- the words below are erased with the customer
  asked text,
  refused text,
  reason text,
  rule text,
  alternative text,
  primary key (workspace_id, decline_id),
  unique (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, customer_id) references customers
);
create index declines_by_time on declines (workspace_id, at desc, decline_id desc);
create index declines_by_customer on declines (workspace_id, customer_id) where basis = 'wrong';
