-- "Did our answer help?", once a conversation, some hours after it was closed; off by default. `customer_id`: who was asked.
create table answer_checks (
  workspace_id uuid not null references workspaces,
  check_id uuid not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  -- when to ask; null: asked, or not asked after all
  ask_at timestamptz,
  -- null: nobody was asked
  asked_at timestamptz,
  expires_at timestamptz,
  token_digest text,
  -- the message that asked; null: it could not be sent, and why
  message_id uuid,
  problem text,
  answer text check (answer in ('yes', 'partly', 'no')),
  answered_at timestamptz,
  -- erased with the customer
  words text,
  -- "partly" and "no" as the customer's message
  answer_message_id uuid,
  primary key (workspace_id, check_id),
  unique (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, message_id) references messages
);
create index answer_checks_to_ask on answer_checks (ask_at) where ask_at is not null;
create index answer_checks_by_digest on answer_checks (token_digest) where token_digest is not null;
create index answer_checks_by_customer on answer_checks (workspace_id, customer_id, asked_at);

update workspaces set settings = settings || '{"answerCheck": {"on": false, "hours": 24, "days": 30}}'::jsonb
where not settings ? 'answerCheck';
