/* A Bot API for load: one thread, one core, nothing checked. Linux (epoll, timerfd).
 *
 *   api LATENCY_MS RATE < updates
 *
 * Each line on stdin is an update without its id; the first gets id 1. Prints the port that it
 * listens on (127.0.0.1), then serves until it is killed:
 *
 *   getUpdates   long polling, up to 100 of the updates from `offset` on; none before /go. With a
 *                RATE above 0 update number n exists n/RATE seconds after /go, else all at once.
 *   sendMessage  noted with the instant at which it came in, answered LATENCY_MS later
 *   others       getMe; nothing to getMyCommands and its like; else a result of true; at once
 *   /go          lets the updates out
 *   /count       the number of messages sent so far
 *   /log         lines: "poll NS" (the first getUpdates), "go NS", "out ID NS" (handed out for the
 *                first time), "sent CHAT HASH NS"; the hash is of the text. NS: CLOCK_MONOTONIC.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define MOST_FDS 8192
#define BATCH 100
#define LONGEST 2000   /* bytes of an update */
#define DELAYED 65536 /* answers that wait at once; a power of two */

typedef struct { char *json; int64_t out; } Update;
typedef struct { int64_t chat, at; uint64_t hash; } Sent;
typedef struct { char *data; size_t length, size; unsigned serial; } Connection;
typedef struct { int64_t due, chat; size_t message; int fd; unsigned serial; } Answer;

static Update *updates;
static size_t update_count;
static Sent *sent;
static size_t sent_count, sent_size;
static Connection connections[MOST_FDS];
static Answer answers[DELAYED]; /* all wait equally long, so they come due in their order */
static size_t first_answer, last_answer;
static int64_t latency, first_poll, base;
static double rate;
static struct { int fd; int64_t offset, until; } held = {.fd = -1};
static int poller;

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void send_all(int fd, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t n = send(fd, data, length, MSG_NOSIGNAL);
        if (n < 0 && errno == EAGAIN) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            poll(&wait, 1, 1000);
        } else if (n < 0) {
            return; /* gone; epoll will tell */
        } else {
            data += n;
            length -= n;
        }
    }
}

static void answer(int fd, const char *body, size_t length)
{
    static char *out;
    static size_t size;
    if (length + 256 > size)
        out = realloc(out, size = 2 * length + 4096);
    int head = sprintf(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                            "Content-Length: %zu\r\n\r\n", length);
    memcpy(out + head, body, length);
    send_all(fd, out, head + length);
}

static void answer_text(int fd, const char *body) { answer(fd, body, strlen(body)); }

/* The value of a parameter in a form or in flat JSON, still encoded; NULL without it. */
static const char *value(const char *text, const char *name)
{
    size_t length = strlen(name);
    for (const char *p = text; (p = strstr(p, name)); p += length) {
        const char *end = p + length;
        if ((p == text || p[-1] == '&') && *end == '=')
            return end + 1;
        if (p != text && p[-1] == '"' && end[0] == '"' && end[1] == ':')
            return end + 2;
    }
    return NULL;
}

static int64_t number(const char *text, const char *name, int64_t otherwise)
{
    const char *found = value(text, name);
    return found ? strtoll(found + (*found == '"'), NULL, 10) : otherwise;
}

static uint64_t hash(const char *text) /* FNV-1a, up to the end of the value */
{
    uint64_t h = 14695981039346656037u;
    int quoted = text && *text == '"';
    for (const char *p = text + quoted; text && *p && *p != (quoted ? '"' : '&'); p++) {
        h = (h ^ (unsigned char)*p) * 1099511628211u;
        if (quoted && *p == '\\' && p[1])
            h = (h ^ (unsigned char)*++p) * 1099511628211u;
    }
    return h;
}

static size_t existing(int64_t at)
{
    if (!base)
        return 0;
    double born = rate > 0 ? (at - base) * rate / 1e9 + 1 : update_count;
    return born < update_count ? (size_t)born : update_count;
}

/* Hands out what there is from an offset on; 0 when there is nothing. */
static int hand_out(int fd, int64_t offset)
{
    static char body[BATCH * (LONGEST + 50)];
    int64_t at = now();
    size_t first = offset > 1 ? offset - 1 : 0, end = existing(at);
    if (first >= end)
        return 0;
    if (end > first + BATCH)
        end = first + BATCH;
    char *p = body + sprintf(body, "{\"ok\":true,\"result\":[");
    for (size_t n = first; n < end; n++) {
        p += sprintf(p, "%s{\"update_id\":%zu,%s", n > first ? "," : "", n + 1, updates[n].json);
        if (!updates[n].out)
            updates[n].out = at;
    }
    p += sprintf(p, "]}");
    answer(fd, body, p - body);
    return 1;
}

static void answer_message(int fd, size_t id, int64_t chat)
{
    char body[256];
    answer(fd, body, sprintf(body,
        "{\"ok\":true,\"result\":{\"message_id\":%zu,\"date\":1500000000,\"text\":\"-\","
        "\"chat\":{\"id\":%lld,\"type\":\"private\"}}}", id, (long long)chat));
}

static void send_message(int fd, const char *body)
{
    if (sent_count == sent_size)
        sent = realloc(sent, (sent_size = 2 * sent_size + 4096) * sizeof *sent);
    Sent one = {.chat = number(body, "chat_id", 0), .at = now(), .hash = hash(value(body, "text"))};
    sent[sent_count++] = one;
    if (!latency) {
        answer_message(fd, sent_count, one.chat);
        return;
    }
    answers[last_answer++ % DELAYED] = (Answer){
        .due = one.at + latency, .chat = one.chat, .message = sent_count,
        .fd = fd, .serial = connections[fd].serial};
}

static void answer_log(int fd)
{
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);
    fprintf(file, "poll %lld\ngo %lld\n", (long long)first_poll, (long long)base);
    for (size_t n = 0; n < update_count; n++)
        if (updates[n].out)
            fprintf(file, "out %zu %lld\n", n + 1, (long long)updates[n].out);
    for (Sent *one = sent; one < sent + sent_count; one++)
        fprintf(file, "sent %lld %016llx %lld\n", (long long)one->chat,
                (unsigned long long)one->hash, (long long)one->at);
    fclose(file);
    answer(fd, text, length);
    free(text);
}

static void get_updates(int fd, const char *body)
{
    int64_t offset = number(body, "offset", 0), seconds = number(body, "timeout", 0);
    if (!first_poll)
        first_poll = now();
    if (hand_out(fd, offset))
        return;
    held.fd = fd;
    held.offset = offset;
    held.until = now() + seconds * 1000000000LL;
}

static void handle(int fd, const char *path, const char *body)
{
    const char *method = strrchr(path, '/') + 1;
    char count[32];
    if (!strcmp(method, "sendMessage")) {
        send_message(fd, body);
    } else if (!strcmp(method, "getUpdates")) {
        get_updates(fd, body);
    } else if (!strcmp(method, "getMe")) {
        answer_text(fd, "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"Bench\","
                        "\"username\":\"bench_bot\"}}");
    } else if (!strcmp(method, "go")) {
        base = now();
        answer_text(fd, "{}");
    } else if (!strcmp(method, "count")) {
        answer(fd, count, sprintf(count, "%zu", sent_count));
    } else if (!strcmp(method, "log")) {
        answer_log(fd);
    } else if (!strncmp(method, "getMy", 5)) { /* a profile that is to be set */
        answer_text(fd, "{\"ok\":true,\"result\":[]}");
    } else {
        answer_text(fd, "{\"ok\":true,\"result\":true}");
    }
}

static void hang_up(int fd)
{
    if (held.fd == fd)
        held.fd = -1;
    connections[fd].serial++;
    connections[fd].length = 0;
    close(fd);
}

/* Handles the request that the buffer holds, once it is whole. One at a time: no pipelining. */
static void look(int fd, Connection *c)
{
    c->data[c->length] = 0;
    char *end = strstr(c->data, "\r\n\r\n");
    if (!end)
        return;
    char *given = strcasestr(c->data, "\r\ncontent-length:");
    size_t length = given && given < end ? strtoul(given + 17, NULL, 10) : 0;
    if (c->length < (size_t)(end + 4 - c->data) + length)
        return;
    c->length = 0;
    char *path = strchr(c->data, ' ') + 1;
    *strchr(path, ' ') = 0;
    handle(fd, path, end + 4);
}

static void receive(int fd)
{
    Connection *c = &connections[fd];
    for (;;) {
        if (c->size - c->length < 4096)
            c->data = realloc(c->data, c->size = 2 * c->size + 16384);
        ssize_t n = recv(fd, c->data + c->length, c->size - c->length - 1, MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN)) {
            hang_up(fd);
            return;
        }
        if (n < 0)
            return;
        c->length += n;
        look(fd, c);
    }
}

static void accept_all(int listener)
{
    int fd, one = 1;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
        if (fd >= MOST_FDS) {
            close(fd);
            continue;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event);
    }
}

/* Does what is due and returns the instant at which something else will be; 0: nothing. */
static int64_t work_off(void)
{
    int64_t at = now();
    while (first_answer < last_answer && answers[first_answer % DELAYED].due <= at) {
        Answer *one = &answers[first_answer++ % DELAYED];
        if (connections[one->fd].serial == one->serial)
            answer_message(one->fd, one->message, one->chat);
    }
    if (held.fd >= 0) {
        int fd = held.fd;
        if (hand_out(fd, held.offset))
            held.fd = -1;
        else if (held.until <= at) {
            held.fd = -1;
            answer_text(fd, "{\"ok\":true,\"result\":[]}");
        }
    }
    int64_t next = first_answer < last_answer ? answers[first_answer % DELAYED].due : 0;
    if (held.fd >= 0) {
        int64_t then = held.until;
        if (base && rate > 0 && existing(at) < update_count)
            then = base + (int64_t)(existing(at) * 1e9 / rate) + 1000;
        next = next && next < then ? next : then;
    }
    return next;
}

static void read_updates(void)
{
    char *line = NULL;
    size_t size = 0, room = 0;
    for (ssize_t n; (n = getline(&line, &size, stdin)) > 0; line = NULL, size = 0) {
        line[n - 1] = 0;
        if (n > LONGEST)
            exit(3);
        if (update_count == room)
            updates = realloc(updates, (room = 2 * room + 1024) * sizeof *updates);
        updates[update_count++] = (Update){.json = line};
    }
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    latency = atof(arguments[1]) * 1e6;
    rate = atof(arguments[2]);
    read_updates();
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 1024))
        return 1;
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    poller = epoll_create1(0);
    int own[] = {listener, timer};
    for (int i = 0; i < 2; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.fd = own[i]};
        epoll_ctl(poller, EPOLL_CTL_ADD, own[i], &event);
    }
    for (;;) {
        int64_t next = work_off();
        struct itimerspec when = {.it_value = {next / 1000000000LL, next % 1000000000LL}};
        timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, NULL);
        struct epoll_event events[256];
        int ready = epoll_wait(poller, events, 256, -1);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == listener)
                accept_all(listener);
            else if (fd != timer)
                receive(fd);
        }
    }
}
