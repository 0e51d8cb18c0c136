#include "cpostgres.h"

#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <sys/epoll.h>

typedef struct cp_connection PGconn;
typedef struct cp_result PGresult;
typedef struct {
    char *channel;
    int process;
    char *payload;
    void *next;
} PGnotify;

/* Name, result, arguments: every function of libpq that is used. */
#define FUNCTIONS(X) \
    X(PQconnectStartParams, PGconn *, (const char *const *, const char *const *, int)) \
    X(PQconnectPoll, int, (PGconn *)) \
    X(PQfinish, void, (PGconn *)) \
    X(PQstatus, int, (const PGconn *)) \
    X(PQsocket, int, (const PGconn *)) \
    X(PQerrorMessage, char *, (const PGconn *)) \
    X(PQconnectionNeedsPassword, int, (const PGconn *)) \
    X(PQbackendPID, int, (const PGconn *)) \
    X(PQserverVersion, int, (const PGconn *)) \
    X(PQsetErrorVerbosity, int, (PGconn *, int)) \
    X(PQsetNoticeReceiver, void *, (PGconn *, void (*)(void *, const PGresult *), void *)) \
    X(PQsendQuery, int, (PGconn *, const char *)) \
    X(PQsendQueryParams, int, \
      (PGconn *, const char *, int, const unsigned *, const char *const *, const int *, const int *, int)) \
    X(PQflush, int, (PGconn *)) \
    X(PQconsumeInput, int, (PGconn *)) \
    X(PQisBusy, int, (PGconn *)) \
    X(PQgetResult, PGresult *, (PGconn *)) \
    X(PQresultStatus, int, (const PGresult *)) \
    X(PQresultErrorField, char *, (const PGresult *, int)) \
    X(PQntuples, int, (const PGresult *)) \
    X(PQnfields, int, (const PGresult *)) \
    X(PQgetisnull, int, (const PGresult *, int, int)) \
    X(PQgetvalue, char *, (const PGresult *, int, int)) \
    X(PQclear, void, (PGresult *)) \
    X(PQgetCopyData, int, (PGconn *, char **, int)) \
    X(PQputCopyData, int, (PGconn *, const char *, int)) \
    X(PQputCopyEnd, int, (PGconn *, const char *)) \
    X(PQfreemem, void, (void *)) \
    X(PQnotifies, PGnotify *, (PGconn *))

#define DECLARE(name, result, arguments) static result(*name) arguments;
FUNCTIONS(DECLARE)

static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;

static const char *load(const char *library)
{
    static void *opened;
    if (opened) return 0;
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return dlerror();
#define FIND(name, result, arguments) \
    if (!(*(void **)&name = dlsym(handle, #name))) return "no function " #name;
    FUNCTIONS(FIND)
    opened = handle;
    return 0;
}

const char *cp_load(const char *library)
{
    pthread_mutex_lock(&loading);
    const char *fault = load(library);
    pthread_mutex_unlock(&loading);
    return fault;
}

/* libpq writes notices to standard error, into the screen. */
static void ignore(void *argument, const PGresult *result)
{
    (void)argument;
    (void)result;
}

PGconn *cp_start(const char *address)
{
    /* What the address says comes last and holds. A peer that is gone is found out by the system, without waking us. */
    static const char *const names[] = {"client_encoding",     "fallback_application_name", "keepalives_idle",
                                        "keepalives_interval", "keepalives_count",          "dbname", 0};
    const char *const values[] = {"UTF8", "minsheng", "60", "10", "3", address, 0};
    PGconn *connection = PQconnectStartParams(names, values, 1);
    if (!connection) return 0;
    PQsetNoticeReceiver(connection, ignore, 0);
    PQsetErrorVerbosity(connection, 2);
    return connection;
}

enum cp_polling cp_connect_poll(PGconn *connection) { return (enum cp_polling)PQconnectPoll(connection); }
void cp_finish(PGconn *connection) { PQfinish(connection); }
int cp_is_open(const PGconn *connection) { return PQstatus(connection) == 0; }
int cp_socket(const PGconn *connection) { return PQsocket(connection); }
const char *cp_error(const PGconn *connection) { return PQerrorMessage(connection); }
int cp_needs_password(const PGconn *connection) { return PQconnectionNeedsPassword(connection); }
int cp_process(const PGconn *connection) { return PQbackendPID(connection); }
int cp_server_version(const PGconn *connection) { return PQserverVersion(connection); }
int cp_send(PGconn *connection, const char *statements) { return PQsendQuery(connection, statements); }

int cp_send_with(PGconn *connection, const char *statement, int count, const char *const *values)
{
    return PQsendQueryParams(connection, statement, count, 0, values, 0, 0, 0);
}

int cp_flush(PGconn *connection) { return PQflush(connection); }
int cp_consume(PGconn *connection) { return PQconsumeInput(connection); }
int cp_is_busy(PGconn *connection) { return PQisBusy(connection); }
PGresult *cp_next(PGconn *connection) { return PQgetResult(connection); }
int cp_result_status(const PGresult *result) { return PQresultStatus(result); }
const char *cp_error_field(const PGresult *result, int field) { return PQresultErrorField(result, field); }
int cp_rows(const PGresult *result) { return PQntuples(result); }
int cp_columns(const PGresult *result) { return PQnfields(result); }

const char *cp_value(const PGresult *result, int row, int column)
{
    return PQgetisnull(result, row, column) ? 0 : PQgetvalue(result, row, column);
}

void cp_clear(PGresult *result) { PQclear(result); }
int cp_get_copy(PGconn *connection, char **bytes) { return PQgetCopyData(connection, bytes, 1); }

int cp_put_copy(PGconn *connection, const char *bytes, int count) { return PQputCopyData(connection, bytes, count); }
int cp_end_copy(PGconn *connection, const char *error) { return PQputCopyEnd(connection, error); }
void cp_free(void *memory) { PQfreemem(memory); }

int cp_take_notification(PGconn *connection)
{
    PGnotify *one = PQnotifies(connection);
    if (!one) return 0;
    PQfreemem(one);
    return 1;
}

int cp_set(void) { return epoll_create1(EPOLL_CLOEXEC); }

void cp_set_add(int set, int descriptor)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event);
}

void cp_set_remove(int set, int descriptor)
{
    struct epoll_event event = {0};
    epoll_ctl(set, EPOLL_CTL_DEL, descriptor, &event);
}

void cp_return_free_memory(void) { malloc_trim(0); }
