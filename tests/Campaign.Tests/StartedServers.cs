using Campaign.Tests.Support;

namespace Campaign.Tests;

/// <summary>Ends what the tests have started.</summary>
[SetUpFixture]
internal sealed class StartedServers
{
    [OneTimeTearDown]
    public void Stop()
    {
        PostgresServer.Stop();
        RabbitServer.Stop();
    }
}
