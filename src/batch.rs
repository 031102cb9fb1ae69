//! Work on many items on several threads, whose results are taken in the order of the items.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Results that may wait for each thread, so that few are in memory at once.
const AHEAD: usize = 2;

/// How many threads there can be of use.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// A result that does not come within this is waited for.
const MOMENT: Duration = Duration::from_millis(20);

/// Does `work` on every item, on so many threads, and has the results taken here, in order. Before
/// each, `next` is asked; it and `take` return false to stop. Gives how many were taken.
pub fn in_order<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
    mut next: impl FnMut(usize, &T) -> bool,
    mut take: impl FnMut(&T, R) -> bool,
) -> usize {
    if threads.min(items.len()) > 1 {
        let take = |item: &T, result: Option<R>| result.is_none_or(|result| take(item, result));
        return in_order_or_waited_for(items, threads, work, next, take);
    }
    for (done, item) in items.iter().enumerate() {
        if !next(done, item) {
            return done;
        }
        if !take(item, work(item)) {
            return done + 1;
        }
    }
    items.len()
}

/// The same, where `take` is also told that nothing came for a moment: then it gets no result, and has time for what it
/// put off.
pub fn in_order_or_waited_for<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
    mut next: impl FnMut(usize, &T) -> bool,
    mut take: impl FnMut(&T, Option<R>) -> bool,
) -> usize {
    let threads = threads.min(items.len()).max(1);
    let desk = Desk::new(items.len(), threads * AHEAD);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let at_work = AtWork(&desk);
                while let Some(at) = desk.begin() {
                    if let Some(item) = items.get(at) {
                        desk.put(at, work(item));
                    }
                }
                std::mem::forget(at_work);
            });
        }
        // However this ends, the threads must learn that nobody waits for them.
        let _stopping = AtWork(&desk);
        for (done, item) in items.iter().enumerate() {
            if !next(done, item) {
                return done;
            }
            let result = match desk.get(done, Some(MOMENT)) {
                Got::Result(result) => result,
                Got::End => return done,
                Got::Nothing => {
                    if !take(item, None) {
                        return done;
                    }
                    let Got::Result(result) = desk.get(done, None) else { return done };
                    result
                }
            };
            if !take(item, Some(result)) {
                return done + 1;
            }
        }
        items.len()
    })
}

/// What the threads share.
struct Desk<R> {
    state: Mutex<State<R>>,
    changed: Condvar,
    all: usize,
    room: usize,
}

struct State<R> {
    begun: usize,
    taken: usize,
    ready: BTreeMap<usize, R>,
    stopped: bool,
}

/// What came of waiting.
enum Got<R> {
    Result(R),
    /// Nothing yet.
    Nothing,
    /// Work on it ended without a result.
    End,
}

impl<R> Desk<R> {
    fn new(all: usize, room: usize) -> Desk<R> {
        let state = State { begun: 0, taken: 0, ready: BTreeMap::new(), stopped: false };
        Desk { state: Mutex::new(state), changed: Condvar::new(), all, room }
    }

    fn state(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a change; false where none came in this time.
    fn wait<'a>(
        &self,
        state: MutexGuard<'a, State<R>>,
        patience: Option<Duration>,
    ) -> (MutexGuard<'a, State<R>>, bool) {
        match patience {
            None => (self.changed.wait(state).unwrap_or_else(PoisonError::into_inner), true),
            Some(patience) => {
                let (state, ended) =
                    self.changed.wait_timeout(state, patience).unwrap_or_else(PoisonError::into_inner);
                (state, !ended.timed_out())
            }
        }
    }

    /// The next item to work on, once there is room for its result.
    fn begin(&self) -> Option<usize> {
        let mut state = self.state();
        while !state.stopped && state.begun < self.all && state.begun >= state.taken + self.room {
            state = self.wait(state, None).0;
        }
        if state.stopped || state.begun == self.all {
            return None;
        }
        state.begun += 1;
        Some(state.begun - 1)
    }

    fn put(&self, at: usize, result: R) {
        self.state().ready.insert(at, result);
        self.changed.notify_all();
    }

    /// The result for an item, waited for so long.
    fn get(&self, at: usize, patience: Option<Duration>) -> Got<R> {
        let mut state = self.state();
        loop {
            if let Some(result) = state.ready.remove(&at) {
                state.taken = at + 1;
                self.changed.notify_all();
                return Got::Result(result);
            }
            if state.stopped {
                return Got::End;
            }
            let changed;
            (state, changed) = self.wait(state, patience);
            if !changed {
                return Got::Nothing;
            }
        }
    }

    fn stop(&self) {
        self.state().stopped = true;
        self.changed.notify_all();
    }
}

/// Stops all when it goes: a thread that a fault ends must not be waited for.
struct AtWork<'a, R>(&'a Desk<R>);

impl<R> Drop for AtWork<'_, R> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn run(threads: usize, until: usize) -> (usize, Vec<(u64, u64)>, usize) {
        let items: Vec<u64> = (0..200).collect();
        let (began, mut taken) = (AtomicUsize::new(0), Vec::new());
        let mut most = 0;
        let work = |n: &u64| {
            began.fetch_add(1, Ordering::SeqCst);
            // The first of each four takes longest.
            (0..(4 - n % 4) * 2000).fold(*n, |sum, k| std::hint::black_box(sum ^ k ^ k))
        };
        let done = in_order(
            &items,
            threads,
            work,
            |done, _| done < until,
            |n, result| {
                taken.push((*n, result));
                most = most.max(began.load(Ordering::SeqCst).saturating_sub(taken.len()));
                true
            },
        );
        (done, taken, most)
    }

    #[test]
    fn results_come_in_order_and_few_wait() {
        let wanted: Vec<(u64, u64)> = (0..200).map(|n| (n, n)).collect();
        for threads in [1, 2, 7, 1000] {
            let (done, taken, most) = run(threads, usize::MAX);
            assert_eq!((done, &taken), (200, &wanted), "{threads} threads");
            assert!(most <= threads.min(200) * AHEAD, "{threads} threads: {most}");
        }
    }

    #[test]
    fn stopping_takes_no_more() {
        for threads in [1, 3] {
            let (done, taken, _) = run(threads, 9);
            assert_eq!((done, taken.len()), (9, 9), "{threads} threads");
            let done = in_order(&[1, 2, 3, 4], threads, |n| *n, |_, _| true, |_, n| n < 2);
            assert_eq!(done, 2, "the one that stopped it was taken");
        }
        assert_eq!(in_order(&[] as &[u8], 4, |n| *n, |_, _| true, |_, _| true), 0);
    }

    #[test]
    fn who_waits_is_told_so() {
        // The second item is worked on only once the wait for it was told.
        let (told, hears) = std::sync::mpsc::channel();
        let hears = Mutex::new(hears);
        let work = |n: &u8| if *n == 2 { hears.lock().unwrap().recv().unwrap() } else { *n };
        let mut taken = Vec::new();
        let take = |_: &u8, result: Option<u8>| {
            match result {
                Some(result) => taken.push(result),
                None => told.send(7).unwrap(),
            }
            true
        };
        assert_eq!(in_order_or_waited_for(&[1, 2, 3], 1, work, |_, _| true, take), 3);
        assert_eq!(taken, [1, 7, 3]);
    }

    #[test]
    fn a_fault_in_the_work_is_not_waited_for() {
        let faulty = || {
            in_order(&[1, 2, 3, 4, 5, 6], 2, |n| assert!(*n != 2, "on purpose"), |_, _| true, |_, ()| true)
        };
        assert!(std::panic::catch_unwind(faulty).is_err());
    }
}
