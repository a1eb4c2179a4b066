-- A company is what its people name as theirs (customers.company, in whatever case); this is its address in the desk, and the
-- mail domains by which somebody who writes from one is suggested to belong to it.
create table companies (
  workspace_id uuid not null references workspaces,
  company_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, company_id)
);
create unique index companies_by_name on companies (workspace_id, lower(name));
create index customers_by_company on customers (workspace_id, lower(company)) where company is not null;

create table company_domains (
  workspace_id uuid not null references workspaces,
  domain text not null,
  company_id uuid not null,
  primary key (workspace_id, domain),
  foreign key (workspace_id, company_id) references companies on delete cascade
);
create index company_domains_of on company_domains (workspace_id, company_id);

insert into companies (workspace_id, company_id, name, created_at)
select distinct on (workspace_id, lower(company)) workspace_id, gen_random_uuid(), company, created_at
from customers where company is not null order by workspace_id, lower(company), created_at;
