using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Campaign.Tests.Support;

/// <summary>Workers on one store. Each is killed after so many requests, at a point that differs from the last one's; another takes its place.</summary>
internal sealed class WorkerSet : IAsyncDisposable
{
    // Long enough for a machine with other work, since a call that times out is unknown.
    private const int CallTimeout = 6;
    private const int Lease = 8;

    private static readonly TimeSpan[] AfterAnswer = [TimeSpan.Zero, TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(15)];

    private readonly SmsServer _server;
    private readonly CampaignFolder _folder;
    private readonly string[] _arguments;
    private readonly int _life;
    private readonly ConcurrentDictionary<int, CampaignProcess> _alive = new();
    private readonly ConcurrentDictionary<int, int> _requests = new();
    private readonly ConcurrentDictionary<int, bool> _killed = new();
    private readonly int _count;
    private int _next;
    private int _kills;

    public WorkerSet(SmsServer server, CampaignFolder folder, string store, int count, int concurrency, int life)
    {
        (_server, _folder, _count, _life) = (server, folder, count, life);
        _arguments = ["worker", "--store", store, "--concurrency", Text(concurrency), "--call-timeout", Text(CallTimeout), "--lease", Text(Lease)];
        server.At = (request, point) => At(request, point);
    }

    public int Kills => _kills;

    /// <summary>Starts a worker for each that is missing, and looks after those that have ended by themselves.</summary>
    public async Task ReplaceDeadAsync()
    {
        foreach (var (number, process) in _alive)
        {
            if (!process.HasExited)
                continue;
            _alive.TryRemove(number, out _);
            if (!_killed.ContainsKey(number))
                Assert.Fail($"The worker {number} has ended by itself: {await process.Output} {await process.Error}");
            process.Dispose();
        }

        while (_alive.Count < _count)
        {
            var number = ++_next;
            _alive[number] = CampaignProcess.Start(_server.AddressOf(number), _folder.Path, _arguments);
        }
    }

    /// <summary>Kills all, and returns what they said.</summary>
    public async Task<string> StopAsync()
    {
        var said = new StringBuilder();
        foreach (var (number, process) in _alive)
        {
            process.Kill();
            said.AppendLine(CultureInfo.InvariantCulture, $"Worker {number}, {_requests.GetValueOrDefault(number)} requests: {await process.Output} {await process.Error}");
        }

        return said.ToString();
    }

    public ValueTask DisposeAsync()
    {
        _server.At = (_, _) => { };
        foreach (var process in _alive.Values)
            process.Dispose();
        return ValueTask.CompletedTask;
    }

    private void At(SmsRequestSeen request, SmsPoint point)
    {
        var count = point == SmsPoint.Before ? _requests.AddOrUpdate(request.Worker, 1, (_, old) => old + 1) : _requests.GetValueOrDefault(request.Worker);
        if (count < _life || point != (SmsPoint)(request.Worker % 3) || !_killed.TryAdd(request.Worker, true))
            return;
        if (point == SmsPoint.Answered)
            Thread.Sleep(AfterAnswer[request.Worker / 3 % AfterAnswer.Length]);
        Interlocked.Increment(ref _kills);
        if (_alive.TryGetValue(request.Worker, out var worker))
            worker.Kill();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
