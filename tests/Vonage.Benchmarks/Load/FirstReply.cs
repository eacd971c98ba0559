using System.Diagnostics;
using Vonage.Benchmarks.Operations;

namespace Vonage.Benchmarks.Load;

/// <summary>How long a fresh process takes to its first reply, its own start included.</summary>
internal static class FirstReply
{
    /// <summary>What the fresh process does: one SMS.</summary>
    public static async Task RunAsync(string who, string server)
    {
        if (who == "floor")
            await SmsSend.Floor(new HttpClient(), new Uri(server + "/sms/json"));
        else
            await SmsSend.Ours(Clients.Facade(TestAccount.Credentials, server).Sms);
        Console.WriteLine("replied");
    }

    /// <summary>Starts a process, and waits until it says that it has its reply.</summary>
    public static TimeSpan Measure(string who, string server)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Child.Start("--first-reply", who, server);
        var line = process.StandardOutput.ReadLine();
        var time = Stopwatch.GetElapsedTime(start);
        process.WaitForExit();
        return line == "replied" ? time : throw new InvalidOperationException($"The process for {who} failed.");
    }
}
