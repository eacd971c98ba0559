using Newtonsoft.Json;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Things;

/// <summary>Calls as generated clients make them, with the reader that the reply's type has.</summary>
internal static class Sending
{
    public static Task<T> SendAsync<T>(this ApiClient client, ApiRequest request, CancellationToken cancellationToken = default)
        where T : class, IJsonReadable, new() => client.SendAsync(request, Read<T>(), cancellationToken);

    public static Task<T?> SendOptionalAsync<T>(this ApiClient client, ApiRequest request, CancellationToken cancellationToken = default)
        where T : class, IJsonReadable, new() => client.SendOptionalAsync(request, Read<T>(), cancellationToken);

    private static Func<JsonReader, T?> Read<T>()
        where T : class, IJsonReadable, new() => ((JsonModelType<T>)new T().JsonModelType).Read;
}
