/** Tables for libraries that leave storage to whoever uses them: an access and a refresh token are one row. */
export const schema = `
  CREATE TABLE client (
    id varchar(32) PRIMARY KEY,
    secret_digest varchar(43) NOT NULL,
    redirect_uri varchar(2000) NOT NULL,
    enabled boolean NOT NULL
  );
  CREATE TABLE person (
    id varchar(64) PRIMARY KEY,
    active boolean NOT NULL
  );
  CREATE TABLE token (
    access_digest varchar(43) PRIMARY KEY,
    refresh_digest varchar(43) UNIQUE,
    client_id varchar(32) NOT NULL REFERENCES client ON DELETE CASCADE,
    person_id varchar(64) NOT NULL REFERENCES person ON DELETE CASCADE,
    scope varchar(255) NOT NULL,
    access_expires_at timestamptz NOT NULL,
    refresh_expires_at timestamptz,
    revoked_at timestamptz
  );
  CREATE INDEX token_client ON token (client_id);
  CREATE INDEX token_person ON token (person_id);
  CREATE TABLE code (
    digest varchar(43) PRIMARY KEY,
    client_id varchar(32) NOT NULL REFERENCES client ON DELETE CASCADE,
    person_id varchar(64) NOT NULL REFERENCES person ON DELETE CASCADE,
    scope varchar(255) NOT NULL,
    redirect_uri varchar(2000) NOT NULL,
    code_challenge varchar(43) NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX code_client ON code (client_id);
  CREATE INDEX code_person ON code (person_id);
`;
