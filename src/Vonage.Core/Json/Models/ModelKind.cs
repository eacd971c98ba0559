using System.Collections.Concurrent;
using System.Reflection;
using JsonSubTypes;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>Metadata for reading a generated class, collected once from its attributes: how to create it, and its derived types.</summary>
internal sealed class ModelKind
{
    private static readonly ConcurrentDictionary<Type, ModelKind?> Known = new();

    private readonly Dictionary<string, ModelKind>? _children;

    private ModelKind(Type type)
    {
        Type = type;
        if (type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not { ConverterParameters: { Length: > 0 } parameters } union || union.ConverterType != typeof(JsonSubtypes))
            return;
        Discriminator = (string)parameters[0];
        _children = type.GetCustomAttributes<JsonSubtypes.KnownSubTypeAttribute>(inherit: false).ToDictionary(child => (string)child.AssociatedValue, child => Find(child.SubType)!, StringComparer.Ordinal);
    }

    public Type Type { get; }

    /// <summary>The discriminator field of a union; null if the class is not a union.</summary>
    public string? Discriminator { get; }

    /// <summary>Gets the metadata of a class; null if the class is not generated.</summary>
    public static ModelKind? Find(Type type) => Known.GetOrAdd(type, static type => IsModel(type) ? new ModelKind(type) : null);

    public IJsonModel Create() => (IJsonModel)Activator.CreateInstance(Type, nonPublic: true)!;

    /// <summary>Gets the type for a discriminator value; null if this version does not know the value.</summary>
    public ModelKind? Child(string value) => _children!.TryGetValue(value, out var child) ? child : null;

    // A class that a user derives from a model has fields that the model does not know.
    private static bool IsModel(Type type) =>
        typeof(IJsonModel).IsAssignableFrom(type)
        && type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, Type.EmptyTypes, null) is not null
        && ((IJsonModel)Activator.CreateInstance(type, nonPublic: true)!).JsonType == type;

    /// <summary>The metadata of a class that is known at compile time.</summary>
    internal static class Of<T>
    {
        public static readonly ModelKind? Instance = Find(typeof(T));
    }
}
