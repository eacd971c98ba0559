using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Vonage.Core;
using Vonage.Messages;

namespace Vonage.Soak;

/// <summary>
/// Many callers on a bad day: a twentieth of the requests fails in some way, three of ten calls are cancelled at a random moment, and the token is
/// revoked in the middle. CI makes 20,000 calls; set SOAK_CALLS for more. The printed table is the one of docs/reliability.md.
/// </summary>
[NonParallelizable]
public class SoakTests
{
    private const int Callers = 64;
    private const double Faulty = 0.05;
    private const double Cancelled = 0.3;

    // In milliseconds: calls that are not attempted again take less than that.
    private const double LastCancellation = 3;

    private static readonly int Calls = int.TryParse(Environment.GetEnvironmentVariable("SOAK_CALLS"), CultureInfo.InvariantCulture, out var calls) ? calls : 20_000;

    private readonly ConcurrentQueue<double> _latencies = new();
    private readonly ConcurrentDictionary<string, int> _outcomes = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _retries;

    private enum Kind
    {
        Sms,
        Message,
        LookUp,
    }

    [Test]
    [CancelAfter(600_000)]
    public async Task Nothing_is_sent_twice_lost_or_mixed_up()
    {
        using var meter = CountRetries();
        await using var server = await FaultyServer.StartAsync(Faulty);
        using var rsa = RSA.Create(2048);
        var time = new ShiftedTime();
        var credentials = VonageCredentials.FromApiKey("abcd1234", "secret").WithApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", rsa.ExportPkcs8PrivateKeyPem());
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new VonageClientOptions
        {
            TimeProvider = time,
            AttemptTimeout = TimeSpan.FromSeconds(1),
            Timeout = TimeSpan.FromSeconds(10),
            Retry = new() { ThrottledDelay = TimeSpan.FromMilliseconds(50), Quota = int.MaxValue },
            Hosts = { ["api.nexmo.com"] = server.Address, ["rest.nexmo.com"] = server.Address },
        };
        var vonage = new VonageClient(http, credentials, options);
        await CallAsync(vonage, server, Kind.Message, Guid.NewGuid().ToString(), CancellationToken.None);
        var (memory, timers) = (GC.GetTotalMemory(forceFullCollection: true), Timer.ActiveCount);

        var next = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= Calls;)
            {
                if (number == Calls / 2)
                {
                    time.Advance(TimeSpan.FromMinutes(1));
                    server.RevokeTokens();
                }

                using var source = Random.Shared.NextDouble() < Cancelled ? new CancellationTokenSource(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * LastCancellation)) : null;
                await CallAsync(vonage, server, (Kind)(number % 3), Guid.NewGuid().ToString(), source?.Token ?? CancellationToken.None);
            }
        })));
        clock.Stop();

        http.Dispose();
        await Patience.UntilAsync(() => server.Connections == 0, "sockets are open");
        await Patience.UntilAsync(() => Timer.ActiveCount <= timers + 2, "timers run");
        await Patience.UntilAsync(() => ThreadPool.PendingWorkItemCount == 0, "work is pending");
        var growth = GC.GetTotalMemory(forceFullCollection: true) - memory;
        await TestContext.Out.WriteLineAsync(Table(server, clock.Elapsed, growth));

        Assert.Multiple(() =>
        {
            Assert.That(_wrong, Is.Empty);
            Assert.That(server.Tokens, Is.EqualTo(2));
            Assert.That(server.Faults.Keys, Is.EquivalentTo(Enum.GetValues<FaultyServer.Fault>()));
            Assert.That(_outcomes.GetValueOrDefault("success"), Is.GreaterThan(Calls / 2));

            // The ids and latencies of the calls are the test's own.
            Assert.That(growth, Is.LessThan(16_000_000 + (Calls * 400L)));
        });
    }

    private async Task CallAsync(VonageClient vonage, FaultyServer server, Kind kind, string id, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        string? answered = null;
        string outcome;
        try
        {
            answered = kind switch
            {
                Kind.Sms => (await vonage.Sms.SendAsync(new("ACME", "447700900000", "A text") { ClientRef = id }, cancellationToken: cancellationToken)).Messages[0].MessageId,
                Kind.Message => (await vonage.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "A text", ClientRef = id }, cancellationToken: cancellationToken)).MessageUuid.ToString(),
                _ => (await vonage.Users.GetAsync(id, cancellationToken: cancellationToken)).Id,
            };
            outcome = "success";
            _latencies.Enqueue(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "cancelled";
        }
        catch (ApiException error)
        {
            outcome = error.GetType().Name + (error.StatusCode is { } status ? $" {(int)status}" : string.Empty);
            if ((error.StatusCode == HttpStatusCode.TooManyRequests || error.WasSent == RequestSent.No) && server.Processed(id) > 0)
                _wrong.Enqueue($"{kind} {id} was reported as not processed, but was");
        }

        _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        if (answered is not null && answered != id)
            _wrong.Enqueue($"{kind} {id} got the reply of {answered}");
        if (kind == Kind.LookUp)
            return;
        if (server.Processed(id) > 1)
            _wrong.Enqueue($"{kind} {id} was sent {server.Processed(id)} times");
        if (answered is not null && server.Processed(id) == 0)
            _wrong.Enqueue($"{kind} {id} was reported as sent and is lost");
    }

    private MeterListener CountRetries()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: VonageTelemetry.Name, Name: "vonage.client.retries" })
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _retries, (int)count));
        listener.Start();
        return listener;
    }

    private string Table(FaultyServer server, TimeSpan duration, long growth)
    {
        var sorted = _latencies.Order().ToArray();
        var text = new StringBuilder();
        void Row(string name, object value) => text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {value:N0} |");
        text.AppendLine().AppendLine("| soak | |").AppendLine("|---|--:|");
        Row("callers", Callers);
        Row("calls", Calls);
        foreach (var (fault, count) in server.Faults.OrderBy(fault => fault.Key))
            Row($"fault: {fault}", count);
        Row("retries", _retries);
        foreach (var (outcome, count) in _outcomes.OrderByDescending(outcome => outcome.Value))
            Row($"result: {outcome}", count);
        Row("sent twice", _wrong.Count(wrong => wrong.Contains(" times", StringComparison.Ordinal)));
        Row("reported as sent, but lost", _wrong.Count(wrong => wrong.EndsWith("lost", StringComparison.Ordinal)));
        Row("replies of another call", _wrong.Count(wrong => wrong.Contains(" reply of ", StringComparison.Ordinal)));
        Row("p50, µs", sorted[sorted.Length / 2] * 1000);
        Row("p99, µs", sorted[sorted.Length * 99 / 100] * 1000);
        Row("duration, s", duration.TotalSeconds);
        Row("memory afterwards, KB more", growth / 1024);
        return text.ToString();
    }
}
