package org.labjanitor.buckets.emptying.pace;

/**
 * Decides how many keys may be sent now. Times are nanoseconds of one clock; not safe for use by
 * several threads.
 *
 * <p>Until S3 asks to slow down, a {@link Window} bounds what is in flight. From then on keys are
 * sent at a {@link Rate}: every key counts against S3's limit, so a window that shrinks and grows
 * would run into it again and again with a thousand keys each time.
 */
public final class Pace {
    /** Most requests in flight at once. */
    public static final int MOST_REQUESTS = 64;

    private final Window window = new Window();
    private final Delivery delivery = new Delivery();
    private Rate rate = Rate.UNLIMITED;
    private long eased = Long.MIN_VALUE;
    private long inFlight;
    private int requests;

    /** Keys that may be sent in one request at this moment; 0 where none may. */
    public int room(long now) {
        if (requests >= MOST_REQUESTS) {
            return 0;
        }
        int paced = rate.room(now);
        long open = Math.max(window.size(), rate.inFlight(now)) - inFlight;
        long room = Math.min(paced, Math.min(open, window.batch()));
        // A request that is smaller than it need be costs as much as a full one.
        return room < Math.min(paced, window.batch()) && requests > 0 ? 0 : (int) Math.max(0, room);
    }

    /** Nanoseconds until time alone makes room; 0 where it does not depend on time. */
    public long untilRoom(long now) {
        return rate.untilRoom(now);
    }

    /** Whether S3 has asked to slow down, so that keys are sent at a rate. */
    public boolean isPaced() {
        return rate.isLimited();
    }

    /** Keys worth having listed ahead. */
    public long appetite(long now) {
        return rate.isLimited() ? (long) (2 * rate.perSecond(now)) : 2 * window.size();
    }

    public void sent(long now, int keys) {
        delivery.begin(now);
        rate.sent(now, keys);
        inFlight += keys;
        requests++;
    }

    /** A request that was sent at {@code sentAt} came back, whatever it says of its keys. */
    public void returned(long now, long sentAt, int keys) {
        window.answered(now - sentAt);
        inFlight -= keys;
        requests--;
    }

    /** S3 confirmed keys. */
    public void delivered(int keys) {
        delivery.add(keys);
        window.delivered(keys, delivery.keys());
        rate.delivered(keys);
    }

    /** S3 asked a request that was sent at {@code sentAt}, or keys of it, to come slower. */
    public void refused(long now, long sentAt) {
        if (sentAt <= eased) {
            return; // It was under way when the last refusal came, and says nothing new.
        }
        eased = now;
        rate = rate.isLimited() ? rate.eased(now) : Rate.first(now, delivery);
    }

    /** A request that was sent at {@code sentAt} failed for a reason that passes. */
    public void stumbled(long now, long sentAt) {
        if (sentAt > eased) {
            eased = now;
            window.halve();
        }
    }
}
