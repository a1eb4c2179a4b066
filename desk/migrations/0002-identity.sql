-- The sign-in library's tables: who may sign in, and how. One person has one user here, however many workspaces they
-- are a member of, so these are the only tables of the desk that do not start with workspace_id.
-- Every timestamp's name ends in _at, and nothing else does: the dialect that the library speaks through relies on it.

create table identity_users (
  id text primary key,
  name text not null,
  email text not null unique, -- lower case
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table identity_sessions (
  id text primary key,
  user_id text not null references identity_users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index identity_sessions_by_user on identity_sessions (user_id);

create table identity_accounts (
  id text primary key,
  user_id text not null references identity_users (id) on delete cascade,
  provider_id text not null, -- 'credential': with a password
  account_id text not null,
  password text, -- its hash
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index identity_accounts_by_user on identity_accounts (user_id);
create unique index identity_accounts_by_provider on identity_accounts (provider_id, account_id);

create table identity_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index identity_verifications_by_identifier on identity_verifications (identifier);
