using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Vonage.Core;

/// <summary>Finds out about classes that code names by a type only: what a user's own object holds, or the type argument of a generic method.</summary>
internal static class ModelTypes
{
    private static readonly ConcurrentDictionary<Type, JsonKind?> Known = new();

    /// <summary>The kind of a generated class that can be read; null for any other.</summary>
    public static JsonKind? Find([DynamicallyAccessedMembers(JsonKind.Constructors)] Type type) =>
        typeof(IJsonReadable).IsAssignableFrom(type) ? Known.GetOrAdd(type, static type => Create(type)) : null;

    /// <summary>Whether it is a generated class that writes all of its fields.</summary>
    public static bool CanWrite([DynamicallyAccessedMembers(JsonKind.Constructors)] Type type) =>
        typeof(IJsonWritable).IsAssignableFrom(type) && Instance(type) is IJsonWritable model && model.JsonType == type;

    // A class that a user has derived from a model has fields that the model does not know.
    [UnconditionalSuppressMessage("Trimming", "IL2067:DynamicallyAccessedMembers", Justification = "Find, the only caller, asks for the constructors.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070:DynamicallyAccessedMembers", Justification = "Find, the only caller, asks for the constructors.")]
    private static JsonKind? Create(Type type) => Instance(type) is IJsonReadable { JsonKind: var kind } && kind.Type == type ? kind : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070:DynamicallyAccessedMembers", Justification = "A generated class has its constructor without parameters, public or not: both are asked for.")]
    private static object? Instance([DynamicallyAccessedMembers(JsonKind.Constructors)] Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, Type.EmptyTypes, null) is not null
            ? Activator.CreateInstance(type, nonPublic: true)
            : null;

    /// <summary>The kind of a type argument.</summary>
    internal static class Of<[DynamicallyAccessedMembers(JsonKind.Constructors)] T>
    {
        public static readonly JsonKind? Kind = Find(typeof(T));
    }
}
