using System.Diagnostics;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

/// <summary>Vonage's public Node SDK against the simulator: a client that nobody here wrote.</summary>
internal sealed class NodeSdkTests
{
    [Test]
    public async Task Every_operation_of_the_node_sdk_works_and_its_helpers_verify_the_webhooks()
    {
        var key = Path.GetTempFileName();
        try
        {
            await using var simulator = await VonageSimulator.StartAsync(new() { UsesOwnAddresses = true });
            await File.WriteAllTextAsync(key, simulator.PrivateKeyPem);

            var output = await RunAsync(simulator, key);

            string[] others = [.. output.Where(line => !line.StartsWith("ok ", StringComparison.Ordinal))];
            Assert.That(others, Is.EqualTo(["0 failures"]), string.Join('\n', others));
            Assert.That(output.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(100));
        }
        finally
        {
            File.Delete(key);
        }
    }

    private static async Task<string[]> RunAsync(VonageSimulator simulator, string key)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["tests/OtherTools/NodeSdk/run.mjs"])
        {
            WorkingDirectory = RepositoryFolder.Find(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SIMULATOR"] = simulator.Address.AbsoluteUri,
                ["VONAGE_API_KEY"] = simulator.ApiKey,
                ["VONAGE_API_SECRET"] = simulator.ApiSecret,
                ["VONAGE_APPLICATION_ID"] = simulator.ApplicationId,
                ["VONAGE_PRIVATE_KEY_PATH"] = key,
                ["VONAGE_SIGNATURE_SECRET"] = simulator.SignatureSecret,
            },
        }) ?? throw new InvalidOperationException("Node did not start: is it installed?");
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (output + await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
