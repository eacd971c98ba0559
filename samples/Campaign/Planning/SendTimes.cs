namespace Campaign.Planning;

/// <summary>When a group is sent to.</summary>
/// <param name="Group">The group.</param>
/// <param name="First">The first message; null if its turn does not come.</param>
/// <param name="Last">The last one.</param>
/// <param name="NotReached">The messages whose turn does not come, to the nearest one.</param>
internal sealed record SendTimes(SendGroup Group, DateTimeOffset? First, DateTimeOffset? Last, long NotReached)
{
    /// <summary>
    /// Calculates when each group is sent to at a rate, in the order in which they are due, as workers send. Groups that are due together are mixed in the list.
    /// What is not sent when the allowed hours end is due again when they begin.
    /// </summary>
    /// <param name="groups">The groups.</param>
    /// <param name="segmentsPerSecond">The rate.</param>
    /// <param name="hours">The allowed hours.</param>
    /// <param name="endsAt">When the campaign ends.</param>
    public static IReadOnlyList<SendTimes> Of(IEnumerable<SendGroup> groups, double segmentsPerSecond, QuietHours hours, DateTimeOffset endsAt)
    {
        var all = groups.Select(group => new Queue(group)).ToList();
        var open = all.ToList();
        var time = open.Count == 0 ? endsAt : open.Min(queue => queue.Due);
        while (time < endsAt)
        {
            open.RemoveAll(queue => queue.Left <= 0 || !queue.TryOpen(time, hours));
            if (open.Count == 0)
                break;
            time = Max(time, open.Min(queue => queue.Due));
            var minute = open.Min(queue => queue.Minute);
            time = Send([.. open.Where(queue => queue.Minute == minute)], time, segmentsPerSecond, endsAt);
        }

        return [.. all.Select(queue => queue.Times)];
    }

    // Sends to all of them by turns, until nothing is left, the hours of one end, or the campaign ends: returns when that is.
    private static DateTimeOffset Send(IReadOnlyList<Queue> queues, DateTimeOffset time, double segmentsPerSecond, DateTimeOffset endsAt)
    {
        var end = Min(endsAt, queues.Min(queue => queue.Until));
        if (end <= time)
            return time;
        var needed = queues.Sum(queue => queue.Left) / segmentsPerSecond;
        var isEnough = needed <= (end - time).TotalSeconds;
        if (isEnough)
            end = time + TimeSpan.FromTicks(Math.Max(1, (long)(needed * TimeSpan.TicksPerSecond)));
        var share = isEnough ? 1 : (end - time).TotalSeconds / needed;
        foreach (var queue in queues)
            queue.Send(share, time, end);
        return end;
    }

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class Queue(SendGroup group)
    {
        private DateTimeOffset? _first;
        private DateTimeOffset? _last;

        public DateTimeOffset Due { get; private set; } = group.Due;

        public long Minute => Due.UtcTicks / TimeSpan.TicksPerMinute;

        public DateTimeOffset Until { get; private set; } = DateTimeOffset.MinValue;

        public double Left { get; private set; } = group.Segments;

        public SendTimes Times => new(group, _first, _last, Left <= 0 ? 0 : (long)Math.Ceiling(Left / group.Segments * group.Messages));

        /// <summary>Opens the hours that an instant is in, or the next ones.</summary>
        /// <returns>Whether there are any.</returns>
        public bool TryOpen(DateTimeOffset time, QuietHours hours)
        {
            if (Until > time)
                return true;
            if (hours.Next(Max(Due, time), group.Zones) is not SendWindow.Open open)
                return false;
            (Due, Until) = (open.From, open.Until);
            return true;
        }

        /// <summary>Sends a share of what is left.</summary>
        public void Send(double share, DateTimeOffset first, DateTimeOffset last)
        {
            Left -= share * Left;
            _first ??= first;
            _last = last;
        }
    }
}
