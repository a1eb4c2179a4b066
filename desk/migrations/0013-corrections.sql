-- Telling customers that something they were told is no longer true; replies that are written once; what bots may send.

create table correction_runs (
  workspace_id uuid not null references workspaces,
  run_id uuid not null,
  fact_id uuid not null,
  -- what they were told, and what is true instead
  from_version int not null,
  to_version int not null,
  -- what each is written, with places for what they were told
  words text not null,
  honour_words text not null,
  started_by uuid,
  started_at timestamptz not null,
  -- a lead has read the drafts that these words make; null again when the words change
  previewed_by uuid,
  previewed_at timestamptz,
  closed_at timestamptz,
  primary key (workspace_id, run_id),
  foreign key (workspace_id, fact_id) references facts
);
create unique index correction_runs_open on correction_runs (workspace_id, fact_id) where closed_at is null;

-- One row for each customer who was told. `words` and `note` are erased with them.
create table correction_people (
  workspace_id uuid not null references workspaces,
  run_id uuid not null,
  customer_id uuid not null,
  -- where they were told it last
  message_id uuid not null,
  position int not null,
  choice text not null default 'correct' check (choice in ('correct', 'honour', 'leave')),
  words text,
  note text,
  chosen_by uuid,
  chosen_at timestamptz,
  sent_message_id uuid,
  sent_at timestamptz,
  -- why it could not be sent with the others
  problem text,
  primary key (workspace_id, run_id, customer_id),
  foreign key (workspace_id, run_id) references correction_runs,
  foreign key (workspace_id, message_id) references messages
);
create index correction_people_by_message on correction_people (workspace_id, sent_message_id) where sent_message_id is not null;

-- A reply that is written once and filled in often.
create table saved_replies (
  workspace_id uuid not null references workspaces,
  reply_id uuid not null,
  name text not null,
  text text not null,
  owner_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  -- what its review found when it was saved, or when a fact that it rests on changed: clear, confirm or hold
  verdict text not null check (verdict in ('clear', 'confirm', 'hold')),
  findings jsonb not null default '[]',
  reviewed_at timestamptz not null,
  used int not null default 0,
  primary key (workspace_id, reply_id)
);
create unique index saved_replies_by_name on saved_replies (workspace_id, lower(name)) where removed_at is null;

create table saved_reply_facts (
  workspace_id uuid not null references workspaces,
  reply_id uuid not null,
  fact_id uuid not null,
  primary key (workspace_id, reply_id, fact_id),
  foreign key (workspace_id, reply_id) references saved_replies,
  foreign key (workspace_id, fact_id) references facts
);
create index saved_reply_facts_by_fact on saved_reply_facts (workspace_id, fact_id);

-- What a bot wrote and a person must look at before it leaves. The text is erased with the customer.
create table held_messages (
  workspace_id uuid not null references workspaces,
  held_id uuid not null,
  conversation_id uuid not null,
  text text,
  verdict text not null,
  why text,
  by_id uuid,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  -- the message that it became; null when it was thrown away
  message_id uuid,
  primary key (workspace_id, held_id),
  foreign key (workspace_id, conversation_id) references conversations
);
create index held_messages_open on held_messages (workspace_id, conversation_id) where settled_at is null;

alter table tasks add column reply_id uuid;
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check
  check (kind in ('bounced', 'failed', 'unreadable', 'other', 'fact', 'override', 'reply', 'held'));

update workspaces set settings = settings || '{"bots": {"drafts": "send"}}'::jsonb where not settings ? 'bots';
