-- Every table begins with workspace_id, and every key includes it, so that a desk can later be spread over servers by workspace.

create table workspaces (
  workspace_id uuid primary key,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in ('real', 'sample', 'practice')),
  -- zone, hours, daysOff, meanings, graceMinutes, deeds: see ledger/workspace-settings.ts
  settings jsonb not null,
  created_at timestamptz not null
);

create table members (
  workspace_id uuid not null references workspaces,
  member_id uuid not null,
  user_id text,
  name text not null,
  email text not null,
  role text not null check (role in ('admin', 'lead', 'member')),
  stand_in_id uuid,
  zone text,
  preferences jsonb not null default '{}',
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, stand_in_id) references members
);
create unique index members_user on members (workspace_id, user_id) where removed_at is null;
create index members_by_user on members (user_id) where removed_at is null;

create table invitations (
  workspace_id uuid not null references workspaces,
  invitation_id uuid not null,
  email text not null,
  role text not null check (role in ('admin', 'lead', 'member')),
  token_digest text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, invitation_id)
);
create unique index invitations_token on invitations (workspace_id, token_digest);
create index invitations_by_token on invitations (token_digest);

create table api_keys (
  workspace_id uuid not null references workspaces,
  api_key_id uuid not null,
  name text not null,
  digest text not null,
  shown_start text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, api_key_id)
);
create index api_keys_by_digest on api_keys (digest);

-- Which address customers write to and which server sends. The password is sealed with the desk's key.
create table mail_settings (
  workspace_id uuid primary key references workspaces,
  from_name text not null default '',
  host text,
  port int,
  security text check (security in ('tls', 'starttls', 'none')),
  username text,
  sealed_password bytea,
  updated_at timestamptz not null
);
create table mail_addresses (
  workspace_id uuid not null references workspaces,
  address text not null,
  position int not null,
  primary key (workspace_id, address)
);
create index mail_addresses_by_address on mail_addresses (address);

create table customers (
  workspace_id uuid not null references workspaces,
  customer_id uuid not null,
  name text,
  company text,
  zone text,
  merged_into uuid,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, merged_into) references customers
);
create index customers_by_name on customers (workspace_id, lower(name) text_pattern_ops);

create table addresses (
  workspace_id uuid not null references workspaces,
  address_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('mail', 'phone')),
  -- for comparing: lower case, numbers as + and digits
  value text not null,
  -- as it was written
  shown text not null,
  created_at timestamptz not null,
  primary key (workspace_id, address_id),
  unique (workspace_id, kind, value),
  foreign key (workspace_id, customer_id) references customers
);
create index addresses_by_customer on addresses (workspace_id, customer_id);
create index addresses_by_value on addresses (workspace_id, value text_pattern_ops);

create table conversations (
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('mail', 'chat', 'call', 'visit', 'form', 'api')),
  subject text,
  assignee_id uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  snoozed_until timestamptz,
  -- the three below are computed from the messages whenever one is written or taken back
  last_message_at timestamptz not null,
  last_words text,
  awaiting_since timestamptz,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, assignee_id) references members
);
create index conversations_by_recency on conversations (workspace_id, last_message_at desc, conversation_id);
create index conversations_open on conversations (workspace_id, last_message_at desc, conversation_id) where closed_at is null;
create index conversations_awaiting on conversations (workspace_id, awaiting_since) where awaiting_since is not null;
create index conversations_by_customer on conversations (workspace_id, customer_id);
create index conversations_snoozed on conversations (snoozed_until) where snoozed_until is not null;

create table messages (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  conversation_id uuid not null,
  -- a place in the conversation that never changes: the order in which messages were recorded
  seq bigint generated always as identity,
  kind text not null check (kind in ('inbound', 'outbound', 'note')),
  channel text not null check (channel in ('mail', 'chat', 'call', 'visit', 'form', 'api', 'internal')),
  by_kind text not null check (by_kind in ('customer', 'member', 'key', 'desk')),
  by_id uuid,
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- the Message-ID header without its angle brackets
  mail_id text,
  -- recognises a redelivery: digest of Message-ID, From, Date and body
  redelivery_key text,
  -- what we know of an outbound message; null for others
  delivery text check (delivery in ('waiting', 'accepted', 'failed', 'cancelled', 'bounced')),
  accepted_at timestamptz,
  problem text,
  raw_digest text,
  -- an automatic answer or a list: nobody waits for us to answer it
  automatic boolean not null default false,
  primary key (workspace_id, message_id),
  unique (workspace_id, redelivery_key),
  foreign key (workspace_id, conversation_id) references conversations
);
create index messages_by_conversation on messages (workspace_id, conversation_id, seq);
create index messages_by_mail_id on messages (workspace_id, mail_id);
create index messages_by_raw on messages (raw_digest) where raw_digest is not null;
create index messages_by_customer on messages (workspace_id, by_id) where by_kind = 'customer';

-- Erased with the customer. `own` lists the author's own words as spans of `text`.
create table message_texts (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  salt bytea not null,
  subject text,
  text text not null,
  html text,
  own jsonb not null default '[]',
  from_address jsonb,
  to_addresses jsonb not null default '[]',
  cc_addresses jsonb not null default '[]',
  reply_to jsonb,
  in_reply_to text,
  refs text[] not null default '{}',
  search tsvector generated always as (to_tsvector('simple', left(coalesce(subject, '') || ' ' || text, 100000))) stored,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages
);
create index message_texts_search on message_texts using gin (search);

-- Attachments: content on disk by digest, named here.
create table files (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  position int not null,
  digest text not null,
  name text not null,
  type text not null,
  size bigint not null,
  content_id text,
  primary key (workspace_id, message_id, position),
  foreign key (workspace_id, message_id) references messages
);
-- A file is named by its content alone, whatever the workspace.
create index files_by_digest on files (digest);

-- Files of erased messages, until they are removed from disk.
create table file_removals (
  workspace_id uuid not null,
  digest text not null,
  primary key (workspace_id, digest)
);

create table reviews (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  verdict text not null check (verdict in ('clear', 'confirm', 'hold')),
  review jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages
);

create table promises (
  workspace_id uuid not null references workspaces,
  promise_id uuid not null,
  customer_id uuid not null,
  message_id uuid,
  predecessor_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, promise_id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, message_id) references messages
);
create index promises_by_message on promises (workspace_id, message_id) where message_id is not null;

create table entries (
  workspace_id uuid not null references workspaces,
  promise_id uuid not null,
  seq int not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk', 'customer')),
  by_id uuid,
  -- no words of people in here: those are in entry_texts
  body jsonb not null,
  text_digest text,
  previous_hash text not null,
  hash text not null,
  primary key (workspace_id, promise_id, seq),
  foreign key (workspace_id, promise_id) references promises
);

-- Erased with the customer; the entry keeps the salted digest.
create table entry_texts (
  workspace_id uuid not null references workspaces,
  promise_id uuid not null,
  seq int not null,
  salt text not null,
  texts jsonb not null,
  primary key (workspace_id, promise_id, seq),
  foreign key (workspace_id, promise_id, seq) references entries
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  if exists (select 1 from workspaces w where w.workspace_id = old.workspace_id and w.kind = 'sample') then
    return old;
  end if;
  raise exception 'entries are appended, never changed or deleted';
end $$;
create trigger entries_refuse_change before update or delete on entries for each row execute function refuse_change();
create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'entries are appended, never changed or deleted';
end $$;
create trigger entries_refuse_truncate before truncate on entries for each statement execute function refuse_truncate();

-- The one row a promise is listed by; rebuilt from the entries and compared by `verify`.
create table promise_rows (
  workspace_id uuid not null references workspaces,
  promise_id uuid not null,
  customer_id uuid not null,
  conversation_id uuid,
  message_id uuid,
  predecessor_id uuid,
  successor_id uuid,
  state text not null check (state in ('proposed', 'open', 'kept', 'broken', 'renegotiated', 'released', 'dismissed', 'void')),
  owner_id uuid,
  words text,
  deed text not null,
  due_from timestamptz,
  due_until timestamptz,
  due_words text,
  condition text,
  condition_met boolean not null,
  waiting_on text check (waiting_on in ('customer', 'supplier', 'colleague')),
  waiting_note text,
  waiting_since timestamptz,
  channel text not null,
  said_at timestamptz not null,
  said_by uuid,
  -- first marked broken; stays when it is kept late
  broken_at timestamptz,
  settled_at timestamptz,
  evidence jsonb,
  last_seq int not null,
  last_hash text not null,
  next_at timestamptz,
  primary key (workspace_id, promise_id),
  foreign key (workspace_id, promise_id) references promises
);
create index promise_rows_next on promise_rows (next_at) where next_at is not null;
create index promise_rows_owed on promise_rows (workspace_id, due_until, promise_id) where state in ('open', 'broken');
create index promise_rows_proposed on promise_rows (workspace_id, said_at) where state = 'proposed';
create index promise_rows_by_customer on promise_rows (workspace_id, customer_id);
create index promise_rows_by_conversation on promise_rows (workspace_id, conversation_id);
create index promise_rows_by_owner on promise_rows (workspace_id, owner_id) where state in ('proposed', 'open', 'broken');

-- Which promises a message will have kept once our outgoing server has accepted it.
create table message_keeps (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  promise_id uuid not null,
  primary key (workspace_id, message_id, promise_id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, promise_id) references promises
);
create index message_keeps_by_promise on message_keeps (workspace_id, promise_id);

create table outbox (
  workspace_id uuid not null references workspaces,
  outbox_id uuid not null,
  idempotency_key text not null,
  kind text not null check (kind in ('mail')),
  message_id uuid not null,
  attempts int not null default 0,
  -- when to try (again); null when it is done, failed, cancelled, or waits for a server to be named
  next_at timestamptz,
  leased_until timestamptz,
  done_at timestamptz,
  problem text,
  created_at timestamptz not null,
  primary key (workspace_id, outbox_id),
  unique (workspace_id, idempotency_key),
  foreign key (workspace_id, message_id) references messages
);
create index outbox_next on outbox (next_at) where next_at is not null;
create index outbox_by_message on outbox (workspace_id, message_id);

create table idempotency_keys (
  workspace_id uuid not null references workspaces,
  by_id uuid not null,
  key text not null,
  request_digest text not null,
  status int,
  answer jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, by_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table tasks (
  workspace_id uuid not null references workspaces,
  task_id uuid not null,
  kind text not null check (kind in ('bounced', 'failed', 'unreadable', 'other')),
  owner_id uuid,
  customer_id uuid,
  conversation_id uuid,
  promise_id uuid,
  message_id uuid,
  words text,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (workspace_id, task_id)
);
create index tasks_open on tasks (workspace_id, created_at) where done_at is null;

-- What changed, for open screens; nothing but kinds and ids.
create table changes (
  workspace_id uuid not null references workspaces,
  seq bigint generated always as identity,
  kind text not null,
  id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, seq)
);
create index changes_by_seq on changes (seq);
