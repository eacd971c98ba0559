using System.Reflection;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Surface.Tests;

internal sealed class ConstructorTests
{
    private static readonly string[] NamedByUsers =
    [
        "AccessToken", "ApiAttempt", "ApiAuthentication", "ApiCall", "ApiClientOptions", "ApiConnectionException", "ApiCredentials", "ApiException", "ApiRejectedException", "ApiTimeoutException", "ApiTokenException",
        "CircuitBreakerOptions", "CredentialsException", "FileContent", "IExtensibleEnum", "InvalidCredentialsException", "InvalidRequestException", "MissingCredentialsException", "Page",
        "PagedList", "RateLimit", "RateLimits", "RequestOptions", "RequestSent", "RetryOptions", "TokenAuthentication",
    ];

    [TestCaseSource(typeof(Surface), nameof(Surface.Clients))]
    public void Every_client_is_made_in_the_same_three_ways(Type client)
    {
        var constructors = client.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);
        var (credentials, options) = client.Namespace!.StartsWith("Flowroute", StringComparison.Ordinal)
            ? (typeof(Flowroute.FlowrouteCredentials), typeof(Flowroute.FlowrouteClientOptions))
            : (typeof(VonageCredentials), typeof(VonageClientOptions));

        Assert.That(constructors.Where(c => c.IsPublic), Has.Exactly(3).Items);
        Assert.That(constructors.Count(c => c.IsFamily && c.GetParameters().Length == 0), Is.EqualTo(1));
        Assert.That(NamesOf(client.GetConstructor([credentials, options])), Is.EqualTo((string[])["credentials", "options"]));
        Assert.That(NamesOf(client.GetConstructor([typeof(HttpClient), credentials, options])), Is.EqualTo((string[])["httpClient", "credentials", "options"]));

        // A facade needs its provider's.
        var last = constructors.Single(c => c.IsPublic && c.GetParameters().Length == 1).GetParameters()[0];
        Assert.That(last.Name, Is.EqualTo("apiClient"));
        Assert.That(last.ParameterType == typeof(ApiClient) || client.Name is "VonageClient" or "FlowrouteClient" && last.ParameterType.IsSubclassOf(typeof(ApiClient)), Is.True, last.ParameterType.Name);

        static IEnumerable<string?>? NamesOf(ConstructorInfo? made) => made?.GetParameters().Select(p => p.Name);
    }

    [Test]
    public void A_constructor_does_not_ask_for_what_its_type_says()
    {
        var asking = Surface.Types.Where(type => type.IsSubclassOf(typeof(ApiModel)) && !type.Name.StartsWith("Unknown", StringComparison.Ordinal)).SelectMany(type => type.GetConstructors())
            .Where(c => c.GetParameters().Any(p => c.DeclaringType!.GetProperties().FirstOrDefault(property => string.Equals(property.Name, p.Name, StringComparison.OrdinalIgnoreCase)) is { SetMethod: null or { IsPublic: false } }));

        Assert.That(asking.Select(Surface.NameOf), Is.Empty);
        Assert.That(new Messages.WhatsAppTextMessage("447700900000", "447700900001", "Hello").Channel, Is.EqualTo("whatsapp"));
    }

    [Test]
    public void What_serves_generated_code_is_not_offered()
    {
        var offered = Surface.Types.Where(type => type.Namespace is "Vonage.Core.Pipeline" or "Vonage.Core.Serialization" && !type.IsNested)
            .Where(type => type.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>()?.State != System.ComponentModel.EditorBrowsableState.Never);

        Assert.That(offered, Is.EquivalentTo((Type[])[typeof(ApiJson)]));
        Assert.That(Surface.Types.Where(type => type.Namespace == "Vonage.Core" && !type.IsNested).Select(Surface.NameOf).Distinct(), Is.EquivalentTo(NamedByUsers));
    }
}
