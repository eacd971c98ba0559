using System.Diagnostics.CodeAnalysis;
using RestSharp;
using RestSharp.Serializers;

namespace Vonage.Raw;

/// <summary>Lets RestSharp read and write JSON like the typed clients.</summary>
internal sealed class NewtonsoftSerializer : IRestSerializer, ISerializer, IDeserializer
{
    public ISerializer Serializer => this;

    public IDeserializer Deserializer => this;

    public string[] AcceptedContentTypes => ContentType.JsonAccept;

    public SupportsContentType SupportsContentType => type => type.Value.EndsWith("json", StringComparison.OrdinalIgnoreCase);

    public DataFormat DataFormat => DataFormat.Json;

    public ContentType ContentType { get; set; } = ContentType.Json;

    public string? Serialize(Parameter parameter) => Serialize(parameter.Value!);

    public string? Serialize(object obj) => ApiJson.Text(json => ApiJson.Write(json, obj));

    [UnconditionalSuppressMessage("Trimming", "IL2091:DynamicallyAccessedMembers", Justification = "A type without what is needed is an error when it is read: ApiJson refuses reflection where trimming may have removed members.")]
    public T? Deserialize<T>(RestResponse response) => ApiJson.Deserialize(response.Content ?? string.Empty, ApiJson.ByReflection<T>);
}
