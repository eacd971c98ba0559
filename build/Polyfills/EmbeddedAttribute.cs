namespace Microsoft.CodeAnalysis;

/// <summary>Hides a type from every other assembly, InternalsVisibleTo or not: each has its own copy of it.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
