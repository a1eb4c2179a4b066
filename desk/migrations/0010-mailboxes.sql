-- Mailboxes that the desk reads by IMAP, and what members wrote from elsewhere.

create table mailboxes (
  workspace_id uuid not null references workspaces,
  mailbox_id uuid not null,
  -- the address that customers write to and whose mail lies here
  address text not null,
  host text not null,
  port int not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null,
  auth text not null check (auth in ('password', 'oauth')),
  -- the password, or for OAuth client secret and refresh token; sealed with the desk's key, null once removed
  sealed_secret bytea,
  token_url text,
  client_id text,
  scope text,
  -- the access token that was got last
  sealed_token bytea,
  token_until timestamptz,
  inbox_folder text not null,
  -- null: the one that the server marks as Sent
  sent_folder text,
  reads_sent boolean not null,
  appends_sent boolean not null,
  -- what lies there from before is left alone
  read_from timestamptz not null,
  -- counts the changes: whoever reads with older settings stops
  version int not null default 1,
  created_at timestamptz not null,
  paused_at timestamptz,
  removed_at timestamptz,
  state text not null default 'new' check (state in ('new', 'reading', 'failed')),
  state_at timestamptz not null,
  problem text,
  sent_found text,
  read_at timestamptz,
  failures int not null default 0,
  -- after a failure: not before
  next_at timestamptz,
  -- the server process that reads it, and until when nobody else does
  lease_holder uuid,
  leased_until timestamptz,
  primary key (workspace_id, mailbox_id)
);
create unique index mailboxes_account on mailboxes (workspace_id, lower(host), lower(username)) where removed_at is null;

-- How far a folder was read: every mail with a UID up to last_uid, while the server's uid_validity stays.
create table mailbox_folders (
  workspace_id uuid not null references workspaces,
  mailbox_id uuid not null,
  role text not null check (role in ('inbox', 'sent')),
  path text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  primary key (workspace_id, mailbox_id, role),
  foreign key (workspace_id, mailbox_id) references mailboxes
);

alter table messages add column mailbox_id uuid;
-- Ours, but written in another program: it was found in the Sent folder.
alter table messages add column outside boolean not null default false;

-- A copy of what the desk sent, put into the Sent folder.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (
  (kind in ('mail', 'append') and message_id is not null and member_id is null and code_id is null)
  or (kind = 'notice' and message_id is null and member_id is not null and code_id is null)
  or (kind = 'code' and message_id is null and member_id is null and code_id is not null)
);

-- Keyed digests of mails whose customer was erased: they are not taken in again when a mailbox is read anew.
create table erased_mails (
  workspace_id uuid not null references workspaces,
  digest text not null,
  primary key (workspace_id, digest)
);
