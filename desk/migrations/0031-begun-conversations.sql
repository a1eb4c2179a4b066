-- A conversation that we begin. Until its first message is sent it is its writer's own, and in nobody else's list.
alter table conversations add column begun_by uuid;
alter table conversations add column begun_at timestamptz;
-- the address chosen, where the customer has several; erased with them
alter table conversations add column begun_to text;
alter table conversations add column unsent boolean not null default false;
create index conversations_begun on conversations (workspace_id, begun_at) where begun_at is not null;

-- They asked not to be written to first: they are answered, and nothing else.
alter table customers add column no_first_mail_at timestamptz;

-- Keyed digests of the addresses of customers who were erased: nobody writes to them first.
create table erased_addresses (
  workspace_id uuid not null references workspaces,
  digest text not null,
  primary key (workspace_id, digest)
);
