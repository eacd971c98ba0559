using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Vonage.Benchmarks.Operations;

namespace Vonage.Benchmarks.Load;

/// <summary>Requests a second over loopback, of calls and of webhook endpoints, the processor time that each costs the caller, and the first reply of a fresh process.</summary>
internal static class LoadRun
{
    private const int Rounds = 5;
    private const int Starts = 7;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly int[] Callers = [1, 8, 64];
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(TextWriter output)
    {
        using var server = Child.Start("--server");
        var address = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        using var http = new HttpClient();
        var (sms, messages) = (new Uri(address + "/sms/json"), new Uri(address + "/v1/messages"));
        var account = Clients.Facade(TestAccount.Credentials, address);
        var application = Clients.Facade(TestApplication.Credentials, address);

        output.WriteLine("| operation | callers | floor, requests/s | ours, requests/s | ratio | floor, CPU a request | ours, CPU a request |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var callers in Callers)
        {
            output.WriteLine(await CompareAsync("SMS send", callers, () => SmsSend.Floor(http, sms), () => SmsSend.Ours(account.Sms)));
            output.WriteLine(await CompareAsync("Messages text (JWT)", callers, () => MessagesText.Floor(http, messages), () => MessagesText.Ours(application.Messages)));
        }

        output.WriteLine();
        output.WriteLine("| | floor | ours | ratio |");
        output.WriteLine("|---|--:|--:|--:|");
        output.WriteLine(CompareStarts(address));
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        await CompareWebhooksAsync(http, output);
    }

    // Here the servers are compared, so the processor time is theirs.
    private static async Task CompareWebhooksAsync(HttpClient http, TextWriter output)
    {
        using var server = Child.Start("--webhook-server");
        var address = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server of the webhooks did not start.");
        var authorization = AuthenticationHeaderValue.Parse(StatusWebhook.Sign());

        output.WriteLine();
        output.WriteLine("| webhook endpoint | callers | floor, requests/s | ours, requests/s | ratio | floor, server's CPU a request | ours, server's CPU a request |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var callers in Callers)
        {
            var (floors, others) = await MeasureAsync(server, callers, () => PostAsync(WebhookServer.Floor), () => PostAsync(WebhookServer.Ours));
            output.WriteLine(Row("message status", callers, floors, others));
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();

        async Task PostAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address + path) { Content = new ByteArrayContent(StatusWebhook.Body) { Headers = { ContentType = Json } } };
            request.Headers.Authorization = authorization;
            using var response = await http.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.NoContent)
                throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}.");
        }
    }

    private static async Task<string> CompareAsync(string operation, int callers, Func<Task> floor, Func<Task> ours)
    {
        using var self = Process.GetCurrentProcess();
        var (floors, others) = await MeasureAsync(self, callers, floor, ours);
        return Row(operation, callers, floors, others);
    }

    private static string Row(string operation, int callers, List<(double Rate, double Cpu)> floors, List<(double Rate, double Cpu)> others)
    {
        var (before, after) = (Median(floors, run => run.Rate), Median(others, run => run.Rate));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {operation} | {callers} | {before:N0} | {after:N0} | {after / before:0.00} × | {Median(floors, run => run.Cpu):0.0} µs | {Median(others, run => run.Cpu):0.0} µs |");
    }

    private static async Task<(List<(double Rate, double Cpu)> Floors, List<(double Rate, double Cpu)> Ours)> MeasureAsync(Process process, int callers, Func<Task> floor, Func<Task> ours)
    {
        await LoadAsync(process, callers, Warmup, floor);
        await LoadAsync(process, callers, Warmup, ours);
        var floors = new List<(double Rate, double Cpu)>();
        var others = new List<(double Rate, double Cpu)>();
        for (var round = 0; round < Rounds; round++)
        {
            // One after the other: what else the machine does meets both.
            floors.Add(await LoadAsync(process, callers, Round, floor));
            others.Add(await LoadAsync(process, callers, Round, ours));
        }

        return (floors, others);
    }

    private static async Task<(double Rate, double Cpu)> LoadAsync(Process process, int callers, TimeSpan time, Func<Task> call)
    {
        var done = 0;
        process.Refresh();
        var before = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await call();
                Interlocked.Increment(ref done);
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return (done / elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalMicroseconds / done);
    }

    private static string CompareStarts(string address)
    {
        var floors = new List<TimeSpan>();
        var others = new List<TimeSpan>();
        for (var i = 0; i < Starts; i++)
        {
            floors.Add(FirstReply.Measure("floor", address));
            others.Add(FirstReply.Measure("ours", address));
        }

        var (before, after) = (Median(floors, time => time.TotalMilliseconds), Median(others, time => time.TotalMilliseconds));
        return string.Create(CultureInfo.InvariantCulture, $"| a fresh process to its first reply | {before:0} ms | {after:0} ms | {after / before:0.00} × |");
    }

    private static double Median<T>(IEnumerable<T> runs, Func<T, double> value) => runs.Select(value).Order().ElementAt(runs.Count() / 2);
}
