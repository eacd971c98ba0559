using System.Diagnostics.CodeAnalysis;

namespace Vonage.Raw;

/// <summary>The members of a generated model that reading it by its type alone needs, so that trimming keeps them.</summary>
internal static class ReplyMembers
{
    public const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors;
}
