-- Where a document under audit comes from, besides being handed in: it is what the desk itself says (`desk_key`: a saved reply, a
-- signature, words of the program), or it lies at an address and is read there again each day.

alter table audit_documents
  add column desk_key text,
  add column url text,
  add column read_at timestamptz,
  add column next_read_at timestamptz,
  add column read_problem text;

create unique index audit_documents_of_desk on audit_documents (workspace_id, desk_key)
  where desk_key is not null and removed_at is null;
create index audit_documents_to_read on audit_documents (next_read_at) where next_read_at is not null;

alter table audit_runs drop constraint audit_runs_cause_check;
alter table audit_runs add constraint audit_runs_cause_check check (cause in ('document', 'acceptance', 'rules', 'desk'));
