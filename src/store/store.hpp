// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the daemon remembers, on SQLite or PostgreSQL behind one session type. A Store is one
// connection and belongs to one thread at a time. Every function runs inside the transaction the
// caller has open (or its own, when there is none); what must be one commit is one Transaction. A
// database that is gone or full throws StoreFault: the unit of work cannot go on.

#include "order/complaint.hpp"
#include "order/decision.hpp"
#include "order/finding.hpp"
#include "order/mailbox_cursor.hpp"
#include "order/order.hpp"
#include "order/reading.hpp"
#include "order/terms.hpp"
#include "store/base_data.hpp"
#include "store/phrases.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct StoreFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// Others hold what this work needs, for too long or in a circle: nothing is wrong with it, and it
// may be tried again from its beginning.
struct StoreBusy : StoreFault {
    using StoreFault::StoreFault;
};
// Somebody else has taken the row over since: what was done with it must not be recorded.
struct LeaseLost : StoreFault {
    using StoreFault::StoreFault;
};

class Session; // store/session.hpp

// ── messages ─────────────────────────────────────────────────────────────────────────────────────
enum class MessageState { stored, done, duplicate, quarantined, ignored };

struct NewMessage {
    std::string channel;    // configured name
    std::string source_key; // unique with the channel: "uidvalidity:uid", file identity
    std::string file_name;
    Instant received_at{};
    std::string bytes;
    std::string note; // "too_large" and the like
};

struct StoredMessage {
    std::int64_t id = 0;
    std::string channel;
    std::string source_key;
    std::string file_name;
    Instant received_at{};
    std::string sha256;
    std::string bytes; // only when asked for
    MessageState state = MessageState::stored;
    int attempts = 0;       // counted before each reading
    std::string note;       // why quarantined, of what a duplicate
    std::int64_t fence = 0; // of the lease under which it was claimed
};

// known_content: the same channel brought the same bytes before (domain.md 5.4, K1), and that
// message was neither quarantined nor ignored. The new arrival is kept as a row in state duplicate.
enum class Added { stored, known_source, known_content };
struct AddResult {
    std::int64_t id = 0; // of the new or of the known message
    Added added = Added::stored;
};

// ── cases ────────────────────────────────────────────────────────────────────────────────────────
// One document of a message from reading to its end: an order and its life, or something for a
// person.
struct Case {
    std::int64_t id = 0;
    std::string case_no; // IN-26-000123
    std::int64_t message_id = 0;
    std::uint32_t document = 0; // index into the reading's documents
    OrderState state = OrderState::received;
    std::int64_t version = 0; // raised by every change: a save with an old one is refused
    std::string official_no;
    int revision = 0;
    OrderDraft draft;
    std::vector<Correction> corrections;
    Order order;
    std::vector<Finding> findings;
    std::vector<std::string> editors;
    Instant received_at{};
    std::optional<Instant> due_at;
    Decimal net{};
    Decimal at_stake{};
    std::string claimed_by;
    std::optional<Instant> claimed_until;
    // Waits for the customer in vain: shown in the queue. Ends with the next decision.
    bool escalated = false;
};

// Something that is to be looked at when its time comes: an answer that is awaited, say.
struct Duty {
    std::int64_t case_id = 0;
    std::string name; // one of flow/due.cpp
    Instant due_at{};
};

struct CaseLink {
    std::int64_t case_id = 0;
    std::string kind;
    std::int64_t other_id = 0;
    int revision = 0; // of the other when they were tied
};

// An order as it was until a change replaced it.
struct OrderVersion {
    int revision = 0;
    Instant replaced_at{};
    std::int64_t replaced_by = 0; // the change's case
    Order order;
    OrderDraft draft;
};

struct EventRow {
    std::int64_t id = 0;
    std::int64_t case_id = 0; // 0: of the message or the system
    std::int64_t message_id = 0;
    Instant at{};
    Step step;
    std::string previous_hash;
    std::string hash; // SHA-256 over the previous hash and this row's content
};

struct QueueFilter {
    std::string text;       // order number, customer, case number
    std::string customer;   // number
    std::string check;      // name of an open finding
    std::string state;      // name; empty: every state that waits for a person
    std::string claimed_by; // login
    std::string cursor;     // of the last row seen, opaque
    int limit = 50;
};

struct QueueRow {
    std::int64_t case_id = 0;
    std::string case_no;
    std::string customer_no;
    std::string customer_name;
    std::string buyer_order_no;
    std::string channel;
    OrderState state = OrderState::in_review;
    std::string first_check; // name of the gravest open finding
    int open_findings = 0;
    Decimal net{};
    Decimal at_stake{};
    std::string currency;
    Instant received_at{};
    std::optional<Instant> due_at;
    std::string claimed_by;
    std::string cursor;
};

// ── outbox ───────────────────────────────────────────────────────────────────────────────────────
enum class OutboxState { pending, talking, sent, retry, failed, ambiguous, held };
enum class OutboxChannel { mail, edi_folder };

struct OutboxRow {
    std::int64_t id = 0;
    std::int64_t case_id = 0;
    std::int64_t message_id = 0;
    OutboxChannel channel = OutboxChannel::mail;
    Answer answer;
    std::string mail_id; // Message-ID, fixed when the row is made
    std::string bytes;   // rendered once, then never changed
    std::string recipient;
    OutboxState state = OutboxState::pending;
    int attempts = 0;
    std::optional<Instant> next_attempt_at;
    std::string last_reply;
    std::string key;        // idempotency; empty: made from what the row says and to whom
    std::int64_t fence = 0; // of the lease under which it was taken
};

// ── people ───────────────────────────────────────────────────────────────────────────────────────
struct User {
    std::string login;
    std::string name;
    Role role = Role::clerk;
    std::string language = "nl";
    std::string password_hash; // Argon2id, libsodium's string form
    bool active = true;
};

// ── base data ────────────────────────────────────────────────────────────────────────────────────
// Imports: store/base_data.hpp.

// What one order wants to know of base data; the lists as LookUpKeys (check/check_order.hpp) says.
struct TermsQuery {
    std::string customer_no = {}; // may be empty
    std::vector<std::string> item_codes = {};
    std::vector<std::string> gtins = {};
    std::vector<std::string> buyer_items = {};
    std::vector<std::string> phrases = {};
    std::vector<std::string> item_words = {};
    std::vector<std::string> quotations = {};
    std::vector<std::string> parties = {}; // names in the draft: buyer, ship-to …, for embargoes
    std::string buyer_order_key = {};
    Date price_date{};
    std::optional<Date> delivered_by;
    std::optional<Instant> known_at; // base data as they were known then; absent: as they are now
};

// ── complaints ───────────────────────────────────────────────────────────────────────────────────
struct ComplaintFilter {
    std::string state;         // name; empty: every one that is not closed
    std::string customer;      // number
    std::int64_t order_id = 0; // of the order; 0: any
    std::int64_t after_id = 0; // ascending from there
    int limit = 100;
};

class Store {
public:
    // "sqlite:PATH", "sqlite::memory:" or "postgresql://…". Opens, does not migrate.
    static std::unique_ptr<Store> open(const std::string& url);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Brings the schema to this program's version; refuses a newer one with a StoreFault that says
    // so.
    void migrate();
    // Runs `work` in one transaction: commit on return, rollback on throw. May be nested: the inner
    // one is a savepoint. One at a time, whichever daemon's: rows may be locked in any order.
    void in_transaction(const std::function<void()>& work);
    bool is_empty();                 // no base data at all
    std::string integrity_problem(); // empty when the engine's quick check finds nothing

    // messages: one call is one commit unless inside in_transaction
    std::vector<AddResult> add_messages(const std::vector<NewMessage>& messages);
    // Those of these source keys of the channel that no message has.
    std::vector<std::string> unknown_sources(const std::string& channel,
                                             const std::vector<std::string>& keys);
    // Oldest first, of those not leased; counts the attempt and leases until `until`, so that
    // another daemon on the same database takes others. Bytes included.
    std::vector<StoredMessage> claim_messages(const std::string& daemon, Instant now, Instant until,
                                              int limit);
    // What `daemon` held when it last ended, messages and outbox rows, is free at once: to be
    // called when it starts, never while it runs.
    void release_leases(const std::string& daemon);
    // One half of it, for whoever claims this kind and has nothing of it in hand: after a batch
    // that the database cut short.
    void release_message_leases(const std::string& daemon);
    void release_outbox_leases(const std::string& daemon);
    std::optional<StoredMessage> message(std::int64_t id, bool with_bytes);
    // With the fence of a claim: throws LeaseLost when another daemon has claimed the message
    // since. MessageState::stored gives it back for another attempt.
    void finish_message(std::int64_t id, MessageState state, const std::string& note,
                        std::int64_t fence = 0);
    void store_reading(std::int64_t message_id, const Reading& reading);
    std::optional<Reading> reading(std::int64_t message_id);
    // Identity of a mail (Message-ID + From domain, K1) or of an interchange (K2): true when new,
    // else the message that had it first.
    std::optional<std::int64_t> claim_identity(const std::string& kind, const std::string& key,
                                               std::int64_t message_id);
    std::optional<MailboxCursor> cursor(const std::string& channel);
    void save_cursor(const std::string& channel, MailboxCursor cursor);

    // look up
    std::vector<IdentityHit> find_identities(const std::vector<Identity>& keys);
    std::vector<std::string> known_domains();
    // Those of these items that are made for the order that asks for them.
    std::set<std::string> made_to_order(const std::vector<std::string>& skus);
    // Everything about one customer (may be empty) for these keys. Agreements and prices that are
    // valid on `price_date` or between it and `delivered_by`; orders with the same number.
    Terms load_terms(const Seller& seller, const TermsQuery& query);
    // Gives this connection base data of its own: what is imported through it afterwards nobody
    // else sees, and it is gone when the connection closes. To be called on a fresh Store.
    void shadow_base_data();
    // Cases with a known customer received since then, repeats left out: ids above `after_id`,
    // ascending.
    std::vector<std::int64_t> orders_since(Instant since, std::int64_t after_id, int limit);
    std::vector<EarlierOrder> earlier_with_content(const std::string& customer_no,
                                                   const std::string& content_key, Instant since);

    // learned phrases
    // Creates or strengthens; the same words for another item send both to review.
    void confirm_phrase(const PhraseConfirmation& said, Instant now);
    std::vector<LearnedPhraseRow> phrases(const PhraseFilter& filter); // by id
    PhraseChange revoke_phrase(std::int64_t id, const std::string& login, Instant now);
    PhraseChange edit_phrase(const PhraseEdit& edit, Instant now); // to review
    // Out of review: by another person than the last editor, or the database refuses it too.
    PhraseChange approve_phrase(std::int64_t id, const std::string& login, Instant now);
    // An order was read with its help.
    void note_phrase_use(std::int64_t phrase_id, std::int64_t case_id);
    std::vector<std::string> orders_touched_by(std::int64_t phrase_id); // case numbers

    // cases
    std::int64_t add_case(Case& new_case, int year); // gives id and case_no
    std::optional<Case> find_case(std::int64_t id);
    // The customer's newest order with this number (O03, normalised) that is no repeat.
    std::optional<Case> find_order(const std::string& customer_no,
                                   const std::string& buyer_order_key);
    std::optional<Case>
    find_case_by_no(const std::string& case_or_order_no); // IN-…, SO-… or the buyer's
    // Writes everything but id and numbers if the stored version is still `known.version`, and
    // raises it; false when somebody else was first.
    bool save_case(Case& known);
    std::string give_official_number(std::int64_t case_id,
                                     int year); // SO-26-000412, gapless per year
    // Who let this revision go out, and the second pair of eyes (empty: none was due), which must
    // be another person's. An outbox row of kind confirmation or proposal cannot exist without it.
    // because: acceptance; change, cancellation (of a numbered order: the second must be there);
    // withdrawal (by the customer, of what was not confirmed); promise (ours is broken).
    void record_release(std::int64_t case_id, int revision, const std::string& released_by,
                        const std::string& second_by, Instant at,
                        std::string_view because = "acceptance");
    // Ties a case to another: kind "changes".
    void link_case(std::int64_t case_id, const std::string& kind, std::int64_t other_id,
                   int revision);
    std::vector<CaseLink> links_of(std::int64_t case_id);  // from this case
    std::vector<CaseLink> links_to(std::int64_t other_id); // to this case, oldest first
    // Keeps the order as it was before the change in `by_case` takes its place.
    void keep_version(const Case& before, std::int64_t by_case, Instant at);
    std::vector<OrderVersion> versions(std::int64_t case_id); // oldest first
    // Replaces what the case has reserved; nothing given leaves it as it is. A case that reaches an
    // end state or is delivered gives its stock back in save_case.
    void reserve(std::int64_t case_id, const std::vector<std::string>& skus,
                 const std::vector<Promise>& promises);
    std::vector<EventRow> add_events(std::int64_t case_id, std::int64_t message_id,
                                     const std::vector<Step>& steps, Instant now);
    std::vector<EventRow> events(std::int64_t case_id);
    // Walks the whole chain; empty when every hash fits, else what is wrong at which event.
    std::string audit_chain();
    std::vector<QueueRow> queue(const QueueFilter& filter);
    std::int64_t queue_size();
    // true when the claim is ours now
    bool claim_case(std::int64_t id, const std::string& login, Instant now, Instant until);
    void release_claim(std::int64_t id, const std::string& login);
    std::vector<std::int64_t> cases_of_message(std::int64_t message_id);

    // a customer's own orders
    // Cases of this customer that carry this number: the buyer's, official or case number. Newest
    // first; whatever documents they are of.
    std::vector<std::int64_t> cases_named(const std::string& customer_no,
                                          const std::string& number);
    // His cases before that one, newest first; 0: all.
    std::vector<std::int64_t> cases_before(const std::string& customer_no, std::int64_t before_id,
                                           int limit);

    // complaints
    void add_complaint(Complaint& complaint, int year); // gives id and number KL-26-0042
    // Writes it if the stored version is still `complaint.version`, and raises it; false when
    // somebody else was first.
    bool save_complaint(Complaint& complaint);
    std::optional<Complaint> find_complaint(const std::string& number);
    std::optional<Complaint> complaint_of_case(std::int64_t case_id);
    std::vector<Complaint> complaints(const ComplaintFilter& filter); // by id
    // Passed on, not yet reminded of, due on that day or before.
    std::vector<Complaint> complaints_due(Date until, int limit);

    // duties: one of each name per case
    void set_duty(const Duty& duty); // moves one that is there
    void end_duty(std::int64_t case_id, const std::string& name);
    std::vector<Duty> due_duties(Instant now, int limit); // oldest first
    // True when it was still there, and is now the caller's in this transaction.
    bool take_duty(const Duty& duty);

    // automatic mails: what a person did about a message pays for so many (RFC 3834 4)
    void earn_mails(std::int64_t message_id, int mails);
    struct MailCredit {
        std::int64_t earned = 0;
        std::int64_t spent = 0;
    };
    MailCredit mail_credit(std::int64_t message_id);

    // outbox
    // A mail about a message that has no credit left, and a receipt to somebody who has had 5 in
    // the last hour or 20 in a day, is made in state held: a person sees it and nothing is sent.
    // Gives id, key and mail_id ("besteld.ID.HEX@domain", without angle brackets). A row with the
    // same key exists already: gives that one's. The rows' case, message and release must exist.
    std::int64_t add_outbox(OutboxRow& row, const std::string& mail_domain, Instant now);
    // Oldest due first; counts the attempt. Taken are pending, retry and ambiguous rows whose time
    // has come (ambiguous only with a time), and rows found talking when their lease has run out:
    // whoever held them died while sending. The state is as it was found.
    std::vector<OutboxRow> lease_outbox(const std::string& daemon, Instant now, Instant until,
                                        int limit);
    void store_rendered(std::int64_t id,
                        const std::string& bytes); // refuses other bytes than stored before
    // With the fence of a lease: throws LeaseLost when another daemon holds the row now. `talking`
    // keeps the lease; pending and retry without a time are due at once; sent, failed and held
    // never again.
    void mark_outbox(std::int64_t id, OutboxState state, const std::string& reply,
                     std::optional<Instant> next_attempt, std::int64_t fence = 0);
    std::vector<OutboxRow> outbox_of_case(std::int64_t case_id);
    // By the Message-ID that we gave it, without brackets.
    std::optional<OutboxRow> outbox_by_mail_id(const std::string& mail_id);
    // The key of this database's tokens: unlike any other's, never shown.
    const std::string& secret();
    std::vector<OutboxRow> outbox_in_state(OutboxState state, int limit);

    // people and sessions
    std::optional<User> user(const std::string& login);
    void save_user(const User& user);
    std::vector<User> users();
    void save_session(const std::string& token_hash, const std::string& login, Instant until);
    std::optional<std::string> session_login(const std::string& token_hash, Instant now);
    // All of this person's but the one with this token.
    void end_other_sessions(const std::string& login, const std::string& token_hash);
    void end_session(const std::string& token_hash);

    // base data: file names say what they hold (customers.csv, identities.csv, agreements.csv,
    // items.csv, item_units.csv, prices.csv, promotions.csv, ship_tos.csv, item_references.csv,
    // stock.csv, receipts.csv, frameworks.csv, contacts.csv); .toml and .json with the same columns
    // are taken too. All files are one import: all or nothing.
    // Effective at once, whoever it is: for setting up and for trying out inside a transaction.
    ImportReport import_files(const std::vector<std::string>& paths, const std::string& actor,
                              Instant now);
    // What people do: with a second pair of eyes, previews, effective dates, complete files.
    ImportReport import_base_data(const ImportRequest& request, Instant now);
    // Lets a proposed import count. `login` is an active second clerk, lead or admin and not who
    // proposed it; what was proposed must still be what would change.
    ImportReport approve_import(std::int64_t number, const std::string& login, Instant now);
    // Empty when it is refused now, else why not.
    std::string refuse_import(std::int64_t number, const std::string& login,
                              const std::string& reason, Instant now);
    // Takes a whole import back, as an import of its own; of `request` counts who, whether another
    // person is needed, and whether it is a preview.
    ImportReport undo_import(std::int64_t number, const ImportRequest& request, Instant now);
    std::vector<ImportRecord> imports(int limit); // newest first
    std::optional<ImportRecord> import_record(std::int64_t number);
    // What an import changed, or would change while it is proposed.
    ImportReport import_changes(std::int64_t number, Instant now);
    // Runs `work` with base data as they were known then: every look-up inside reads them so. Not
    // inside a read transaction; whatever `work` writes is rolled back.
    void as_known_at(Instant then, const std::function<void()>& work);
    // Every table in the form that the import takes, each as TABLE.csv or TABLE.json; the paths.
    // One moment's state. Throws std::system_error.
    std::vector<std::string> export_base_data(const ExportRequest& request);
    std::string export_table(const std::string& table); // as CSV; empty: there is none of that name

    // counts for /metrics, `besteld audit` and the ledger
    struct Counts {
        std::int64_t messages = 0, stored = 0, done = 0, duplicate = 0, quarantined = 0,
                     ignored = 0;
        std::int64_t cases = 0, open_cases = 0, accepted = 0;
        std::int64_t outbox_pending = 0, outbox_sent = 0, outbox_failed = 0, outbox_ambiguous = 0,
                     outbox_held = 0;
        std::int64_t interchanges_missing = 0; // that a person was told of
    };
    Counts counts();

private:
    // Drawers of their own: store/deliveries.hpp, hand_offs.hpp, feedbacks.hpp, interchanges.hpp.
    friend class Deliveries;
    friend class Interchanges;
    friend class HandOffs;
    friend class Feedbacks;
    explicit Store(std::unique_ptr<Session> session);
    bool pay_for_mail(std::int64_t outbox_id, std::int64_t message_id);
    void hold_without_credit(OutboxRow& row, Instant now);
    std::unique_ptr<Session> session_;
    std::string secret_;                // read once
    std::int64_t domains_version_ = -1; // of the base data that known_domains_ was read from
    std::vector<std::string> known_domains_;
};

} // namespace besteld
