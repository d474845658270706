-- A schema as pg_dump writes it, with its data.
CREATE TABLE customer (
    id integer PRIMARY KEY,
    email text NOT NULL UNIQUE
);

CREATE TABLE purchase (
    id integer PRIMARY KEY,
    customer integer NOT NULL REFERENCES customer (id),
    article text NOT NULL
);

CREATE SEQUENCE receipt START 1000;
CREATE ROLE clerk NOLOGIN CONNECTION LIMIT 5;

COPY customer (id, email) FROM stdin;
1	ann@example.org
2	bob@example.org
\.

CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM purchase; -- of all customers
$$;
