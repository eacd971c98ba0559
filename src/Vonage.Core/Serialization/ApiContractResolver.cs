using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Vonage.Core.Serialization;

/// <summary>
/// Lets generated models read and write themselves. For all other classes, empty collections are omitted, because unset optional members
/// are never sent. A member that must be sent even if it is empty sets <see cref="NullValueHandling"/> in its
/// <see cref="JsonPropertyAttribute"/>.
/// </summary>
[RequiresUnreferencedCode(ApiJson.NeedsReflection)]
[RequiresDynamicCode(ApiJson.NeedsReflection)]
internal sealed class ApiContractResolver : DefaultContractResolver
{
    private ApiContractResolver()
    {
    }

    public static ApiContractResolver Instance { get; } = new();

    protected override JsonConverter? ResolveContractConverter(Type objectType) =>
        ModelConverter.For(objectType, base.ResolveContractConverter(objectType));

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (property is { ShouldSerialize: null, PropertyType: { } type, ValueProvider: { } values }
            && property.NullValueHandling is null
            && type != typeof(string)
            && typeof(IEnumerable).IsAssignableFrom(type)
            && !typeof(Newtonsoft.Json.Linq.JToken).IsAssignableFrom(type))
            property.ShouldSerialize = owner => !IsEmpty(values.GetValue(owner));
        return property;
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        ICollection collection => collection.Count == 0,
        IEnumerable items => HasNone(items),
        _ => false,
    };

    private static bool HasNone(IEnumerable items)
    {
        var enumerator = items.GetEnumerator();
        try
        {
            return !enumerator.MoveNext();
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }
}
