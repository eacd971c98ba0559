using System.Collections.Concurrent;
using System.Reflection;
using JsonSubTypes;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>What has to be known of a generated class to read it, found once by its attributes: how it is made, and which kinds it has.</summary>
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

    /// <summary>The field that says which kind of a union an object is; null where the class stands for itself.</summary>
    public string? Discriminator { get; }

    /// <summary>The kind of a class, or null where the class is not a generated one.</summary>
    public static ModelKind? Find(Type type) => Known.GetOrAdd(type, static type => IsModel(type) ? new ModelKind(type) : null);

    public IJsonModel Create() => (IJsonModel)Activator.CreateInstance(Type, nonPublic: true)!;

    /// <summary>The kind that a discriminator's value stands for; null where this version does not know it.</summary>
    public ModelKind? Child(string value) => _children!.TryGetValue(value, out var child) ? child : null;

    // A class that a user has derived from a model has fields that the model does not know.
    private static bool IsModel(Type type) =>
        typeof(IJsonModel).IsAssignableFrom(type)
        && type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, Type.EmptyTypes, null) is not null
        && ((IJsonModel)Activator.CreateInstance(type, nonPublic: true)!).JsonType == type;

    /// <summary>The kind of a class that is known when the code is compiled.</summary>
    internal static class Of<T>
    {
        public static readonly ModelKind? Instance = Find(typeof(T));
    }
}
