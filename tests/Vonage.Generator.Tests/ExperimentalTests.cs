using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>An API that may still change: its users opt in.</summary>
internal sealed class ExperimentalTests() : GeneratedTest("Vonage.Beta")
{
    [TestCase("new BetaClient(api)")]
    [TestCase("(IBetaClient)null!")]
    public void Whoever_does_not_opt_in_is_told(string expression) =>
        Assert.That(Package.ErrorsOf($"_ = {expression};"), Has.Some.EndsWith("Suppress this diagnostic to proceed."));

    [Test]
    public async Task Whoever_opts_in_sends()
    {
        await RunAsync("""
            #pragma warning disable BETA001
            await new BetaClient(api).CheckThingsAsync();
            """);

        Assert.That(Sent.Path, Is.EqualTo("/things"));
    }
}
