using System.Diagnostics;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace TestSupport.Faults;

/// <summary>Makes every call meet a fault, all at once, and says which of them did not survive it.</summary>
internal static class FaultMatrix
{
    private const int MaxResponseLength = 512 * 1024;
    private const long MaxMemory = 300_000_000;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    // Longer than any fault: whoever waits so long waits forever.
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(5);

    // Two cores serve hundreds of calls and their servers at once.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<PlayedCall> calls, Fault fault)
    {
        var (complaints, memory) = await RunAsync(calls, fault, fault.Hangs ? 256 : 16, fault.Hangs ? Short : Long);

        // In a crowd, on a machine with other work, a call may be too late for what it is to meet. Among a few, it has time enough.
        if (complaints.Count > 0 || memory > MaxMemory)
            (complaints, memory) = await RunAsync(memory > MaxMemory ? calls : [.. complaints.Keys], fault, 4, fault.Hangs ? 10 * Short : Long);
        var all = complaints.Select(complaint => $"{complaint.Key}: {complaint.Value}").ToList();
        if (memory > MaxMemory)
            all.Add($"All together: {memory} bytes of memory.");
        return all;
    }

    private static async Task<(Dictionary<PlayedCall, string> Complaints, long Memory)> RunAsync(IReadOnlyList<PlayedCall> calls, Fault fault, int atOnce, TimeSpan timeout)
    {
        await using var server = new FaultServer();
        using var connections = NewHandler();
        var complaints = new Dictionary<PlayedCall, string>();
        var peak = 0L;
        using var watch = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (call, _) =>
        {
            var time = Stopwatch.StartNew();
            using var http = new HttpClient(fault.IsRefused ? new Refusal(connections, call.Target) : connections, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
            var error = await CatchAsync(() => server.CallAsync(http, call, fault, options =>
            {
                options.Timeout = timeout;
                options.MaxResponseLength = MaxResponseLength;
            }));
            var complaint = time.Elapsed > timeout + Slack ? $"it took {time.Elapsed}" : Judge(call, fault, error);
            // A 401 says that nothing was processed: a token that was cached is renewed once.
            var most = fault.IsRefused ? 0 : fault.Status == 401 ? 2 : 1;
            if (complaint is null && call.Effect == OperationEffect.Once && (server.Reached[(call, fault)] > most || server.Reached[(call, fault)] < Math.Min(most, 1)))
                complaint = $"it was sent {server.Reached[(call, fault)]} times";
            if (complaint is not null)
                lock (complaints)
                    complaints.Add(call, complaint);
        }).WaitAsync(Forever);
        return (complaints, peak - before);
    }

    /// <summary>Runs the calls against a fault, and counts how often each arrives.</summary>
    public static async Task<IReadOnlyDictionary<PlayedCall, int>> CountAsync(IReadOnlyList<PlayedCall> calls, string name, RetryOptions retry)
    {
        var fault = AllFaults.List.Single(one => one.ToString() == name);
        await using var server = new FaultServer();
        using var http = new HttpClient(NewHandler());
        await Parallel.ForEachAsync(calls, async (call, _) => await CatchAsync(() => server.CallAsync(http, call, fault, options => options.Retry = retry)));
        return server.Reached.ToDictionary(reached => reached.Key.Call, reached => reached.Value);
    }

    private static SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.All };

    private static string? Judge(PlayedCall call, Fault fault, Exception? error)
    {
        if (error is ApiException known)
        {
            if (fault.Outcome == Outcome.Result)
                return "it failed: " + known.Message;
            if (!fault.Error.IsInstanceOfType(known))
                return $"it is a {known.GetType().Name}: {known.Message}";
            if (fault.Status != -1 && (int?)known.StatusCode != fault.Status)
                return $"its status is {known.StatusCode}: {known.Message}";
            return known.WasSent == fault.Sent ? null : $"it was sent: {known.WasSent}: {known.Message}";
        }

        // What the case itself thinks of a result is no fault of the library.
        if (error is not null && !(fault.Outcome != Outcome.Result && IsOfTest(error)))
            return error.ToString();
        return fault.Outcome switch
        {
            Outcome.Error => "it succeeded",
            Outcome.ErrorOfReply when call.ReadsReply => "it succeeded",
            _ => null,
        };
    }

    // A request that follows from a reply is checked by the library, as every request is.
    private static bool IsOfTest(Exception error) => error is AssertionException or InvalidRequestException
        || new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.Assembly.GetName().Name)
            .First(name => name is not null && (name.Contains("Vonage", StringComparison.Ordinal) || name.Contains("Flowroute", StringComparison.Ordinal)))!.EndsWith(".Tests", StringComparison.Ordinal);

    private static async Task<Exception?> CatchAsync(Func<Task> call)
    {
        try
        {
            // A failed assertion of the case must not become one of the test.
            using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
                await call();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    /// <summary>Sends the requests, up to one that goes to where nobody listens.</summary>
    private sealed class Refusal : DelegatingHandler
    {
        private static readonly HttpMessageInvoker Nowhere = new(new SocketsHttpHandler());
        private readonly int _target;
        private int _next;

        public Refusal(HttpMessageHandler connections, int target)
            : base(connections) => _target = target;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Interlocked.Increment(ref _next) <= _target
            ? base.SendAsync(request, cancellationToken)
            : Nowhere.SendAsync(new HttpRequestMessage(request.Method, "http://127.0.0.1:1/"), cancellationToken);
    }
}
