using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Vonage.Core.Serialization;

/// <summary>Describes classes that are known only by their type, such as a member of a caller's object or the type argument of a generic method.</summary>
internal static class ModelTypes
{
    private static readonly ConcurrentDictionary<Type, JsonModelType?> Known = new();

    /// <summary>Gets the description of a generated class that can be read; null for any other class.</summary>
    public static JsonModelType? Find([DynamicallyAccessedMembers(JsonModelType.Constructors)] Type type) =>
        typeof(IJsonReadable).IsAssignableFrom(type) ? Known.GetOrAdd(type, static type => Create(type)) : null;

    /// <summary>Determines whether a class is generated and writes all of its fields.</summary>
    public static bool CanWrite([DynamicallyAccessedMembers(JsonModelType.Constructors)] Type type) =>
        typeof(IJsonWritable).IsAssignableFrom(type) && Instance(type) is IJsonWritable model && model.JsonType == type;

    // A class that is derived from a model in other code has fields that the generated code does not write.
    [UnconditionalSuppressMessage("Trimming", "IL2067:DynamicallyAccessedMembers", Justification = "Find, the only caller, asks for the constructors.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070:DynamicallyAccessedMembers", Justification = "Find, the only caller, asks for the constructors.")]
    private static JsonModelType? Create(Type type) => Instance(type) is IJsonReadable { JsonModelType: var kind } && kind.Type == type ? kind : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070:DynamicallyAccessedMembers", Justification = "A generated class has its constructor without parameters, public or not: both are asked for.")]
    private static object? Instance([DynamicallyAccessedMembers(JsonModelType.Constructors)] Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, Type.EmptyTypes, null) is not null
            ? Activator.CreateInstance(type, nonPublic: true)
            : null;

    /// <summary>The description of a type argument.</summary>
    internal static class Of<[DynamicallyAccessedMembers(JsonModelType.Constructors)] T>
    {
        public static readonly JsonModelType? Kind = Find(typeof(T));
    }
}
