/* libpq, opened with dlopen(3) when a data base is asked for and not before. The functions have the names of libpq's with
   another prefix and do the same (PostgreSQL documentation, chapter libpq); only calls that every vendor's library has. */
#pragma once

#include <stddef.h>

struct cp_connection;
struct cp_result;

/* What PQresultStatus gives. */
enum cp_status { CP_EMPTY, CP_COMMAND, CP_TUPLES, CP_COPY_OUT, CP_COPY_IN };
/* What PQconnectPoll gives. */
enum cp_polling { CP_FAILED, CP_READING, CP_WRITING, CP_CONNECTED };

/* Opens the library once; NULL, or why it cannot be used (dlerror(3), or the name of a function that it lacks). */
const char *cp_load(const char *library);

/* Begins to connect to an address (a URI) with UTF-8, keepalives and without notices on standard error. */
struct cp_connection *cp_start(const char *address);
enum cp_polling cp_connect_poll(struct cp_connection *connection);
void cp_finish(struct cp_connection *connection);
/* Whether the connection stands. */
int cp_is_open(const struct cp_connection *connection);
int cp_socket(const struct cp_connection *connection);
const char *cp_error(const struct cp_connection *connection);
int cp_needs_password(const struct cp_connection *connection);
int cp_process(const struct cp_connection *connection);
int cp_server_version(const struct cp_connection *connection);

int cp_send(struct cp_connection *connection, const char *statements);
int cp_send_with(struct cp_connection *connection, const char *statement, int count, const char *const *values);
/* 0 sent, 1 more to send, -1 failed. */
int cp_flush(struct cp_connection *connection);
int cp_consume(struct cp_connection *connection);
int cp_is_busy(struct cp_connection *connection);
struct cp_result *cp_next(struct cp_connection *connection);

int cp_result_status(const struct cp_result *result);
/* A field of an error by its letter: C the SQLSTATE, M the message. */
const char *cp_error_field(const struct cp_result *result, int field);
int cp_rows(const struct cp_result *result);
int cp_columns(const struct cp_result *result);
/* NULL for an SQL NULL. */
const char *cp_value(const struct cp_result *result, int row, int column);
void cp_clear(struct cp_result *result);

/* A piece of a copy: its length, 0 where none has come yet, -1 at the end, -2 on failure. */
int cp_get_copy(struct cp_connection *connection, char **bytes);
int cp_put_copy(struct cp_connection *connection, const char *bytes, int count);
int cp_end_copy(struct cp_connection *connection, const char *error);
void cp_free(void *memory);

/* One descriptor that is readable when any of those in it is (epoll(7), which Swift's Glibc leaves out); -1 where there is none. */
int cp_set(void);
void cp_set_add(int set, int descriptor);
void cp_set_remove(int set, int descriptor);

/* Returns memory that was freed to the system (malloc_trim(3), which Swift's Glibc leaves out). */
void cp_return_free_memory(void);

/* Takes one notification; 0 where there is none. */
int cp_take_notification(struct cp_connection *connection);
