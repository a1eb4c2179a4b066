-- After the sale: orders, what customers asked for about them (withdrawal, cancellation, return, refund), and whether what
-- they bought did what they needed it for.

create table orders (
  workspace_id uuid not null references workspaces,
  order_id uuid not null,
  customer_id uuid not null,
  -- where it was sold, if it was sold in writing here
  conversation_id uuid,
  -- number, product and total are erased with the customer
  number text,
  product text,
  total text,
  kind text not null check (kind in ('goods', 'service', 'digital')),
  country text,
  ordered_on date not null,
  delivered_on date,
  -- the withdrawal rule that was in force when it was written down; null: none fitted
  rule jsonb,
  -- why there is no right to withdraw, where a member has said so
  exception text,
  by_kind text not null check (by_kind in ('member', 'key')),
  by_id uuid not null,
  created_at timestamptz not null,
  -- when the customer is asked whether it helped; null: they are not, or were
  check_at timestamptz,
  primary key (workspace_id, order_id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, conversation_id) references conversations
);
create unique index orders_by_number on orders (workspace_id, number);
create index orders_by_customer on orders (workspace_id, customer_id, ordered_on desc, order_id desc);
create index orders_newest on orders (workspace_id, ordered_on desc, order_id desc);
create index orders_to_check on orders (check_at) where check_at is not null;

-- A customer's message that asks to undo a sale. `promise_id`: the refund with its legal due, proposed.
create table sale_requests (
  workspace_id uuid not null references workspaces,
  request_id uuid not null,
  customer_id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  order_id uuid,
  kind text not null check (kind in ('withdrawal', 'cancellation', 'return', 'refund')),
  -- erased with the customer
  words text,
  at timestamptz not null,
  promise_id uuid,
  -- a member read it otherwise
  dropped_at timestamptz,
  dropped_by uuid,
  primary key (workspace_id, request_id),
  unique (workspace_id, message_id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, order_id) references orders
);
create index sale_requests_by_customer on sale_requests (workspace_id, customer_id, at desc);
create index sale_requests_by_order on sale_requests (workspace_id, order_id) where order_id is not null;
create index sale_requests_by_time on sale_requests (workspace_id, at);

-- "Did it do what you needed it for?", once an order. What stands in the address is made with the desk's key from check_id.
create table outcome_checks (
  workspace_id uuid not null references workspaces,
  check_id uuid not null,
  order_id uuid not null,
  customer_id uuid not null,
  token_digest text not null,
  -- the message that asked; null: it could not be sent, and why
  message_id uuid,
  problem text,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answer text check (answer in ('yes', 'partly', 'no')),
  answered_at timestamptz,
  -- erased with the customer
  words text,
  -- the customer's answer as a message, where it opened a conversation
  answer_message_id uuid,
  primary key (workspace_id, check_id),
  unique (workspace_id, order_id),
  foreign key (workspace_id, order_id) references orders,
  foreign key (workspace_id, message_id) references messages
);
create index outcome_checks_by_digest on outcome_checks (token_digest);
create index outcome_checks_by_time on outcome_checks (workspace_id, asked_at);

update workspaces set settings = settings || '{"afterSale": {"withdrawal": [
  {"country": "EU", "kind": "goods", "product": "", "days": 14, "from": "delivery", "refundDays": 14, "exception": null, "source": "Directive 2011/83/EU, articles 9 to 16"},
  {"country": "EU", "kind": "service", "product": "", "days": 14, "from": "order", "refundDays": 14, "exception": null, "source": "Directive 2011/83/EU, articles 9 to 16"},
  {"country": "EU", "kind": "digital", "product": "", "days": 14, "from": "order", "refundDays": 14, "exception": null, "source": "Directive 2011/83/EU, articles 9 to 16"}
], "outcome": {"on": false, "days": 14}}}'::jsonb
where not settings ? 'afterSale';
