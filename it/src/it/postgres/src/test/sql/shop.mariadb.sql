CREATE DATABASE shop;
USE shop;
CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(100) NOT NULL UNIQUE);
INSERT INTO customer VALUES (1, 'ann@example.org'), (2, 'bob@example.org');
DELIMITER //
CREATE PROCEDURE customers() BEGIN SELECT COUNT(*) FROM customer; END //
DELIMITER ;
