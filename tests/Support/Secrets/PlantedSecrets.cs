using NUnit.Framework.Internal;

namespace TestSupport.Secrets;

/// <summary>Lets everything go wrong in every way, and searches what the process shows of itself for planted secrets.</summary>
internal static class PlantedSecrets
{
    // A call that makes what it lists sends more with each try.
    private const int MostRequests = 6;

    /// <summary>Calls an operation once for each fault of each of its requests.</summary>
    public static async Task FailInEveryWayAsync(Func<Task> call, FaultHandler faults, Witness witness)
    {
        foreach (var fault in Fault.All)
            for (var at = 1; at <= MostRequests; at++)
            {
                faults.Restart(fault, at);
                await CallAsync(call, witness);
                if (!faults.WasReached)
                    break;
            }
    }

    /// <summary>Shows objects as debuggers and serializers do.</summary>
    public static void Show(IReadOnlyCollection<object> all, Witness witness)
    {
        foreach (var shown in all.SelectMany(DebuggerView.Of))
            witness.Note(shown);
        foreach (var one in all)
        {
            witness.Note(one.ToString());
            witness.Note(Serialized(() => System.Text.Json.JsonSerializer.Serialize(one, one.GetType())));
            witness.Note(Serialized(() => Newtonsoft.Json.JsonConvert.SerializeObject(one)));
        }
    }

    /// <summary>Fails if anything that was shown contains a secret.</summary>
    public static void Search(Witness witness, IReadOnlyCollection<string> secrets)
    {
        Assert.That(witness.Count, Is.GreaterThan(10));
        foreach (var shown in witness.Shown.Distinct())
            foreach (var secret in secrets)
                if (shown.Contains(secret, StringComparison.Ordinal))
                    Assert.Fail($"'{secret}' is shown: {shown}");
        witness.Clear();
    }

    private static async Task CallAsync(Func<Task> call, Witness witness)
    {
        // What a case asserts about a reply is not the question here.
        using var assertions = new TestExecutionContext.IsolatedContext();
        try
        {
            await call();
        }
        catch (AssertionException)
        {
            // The fault was a reply that the case did not expect.
        }
        catch (Exception error)
        {
            for (var shown = error; shown is not null; shown = shown.InnerException)
            {
                witness.Note(shown.ToString());
                foreach (var property in shown.GetType().GetProperties().Where(p => p.Name is not ("Body" or "TargetSite") && p.PropertyType != typeof(System.Collections.IDictionary)))
                    witness.Note(property.GetValue(shown)?.ToString());
            }
        }
    }

    private static string? Serialized(Func<string> serialize)
    {
        try
        {
            return serialize();
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException or Newtonsoft.Json.JsonException or System.Text.Json.JsonException)
        {
            return error.ToString();
        }
    }
}
