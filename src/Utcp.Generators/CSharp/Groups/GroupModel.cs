using Utcp.Generators.CSharp.Methods;

namespace Utcp.Generators.CSharp.Groups;

/// <summary>A group to emit.</summary>
internal sealed record GroupModel(ToolGroup Names, IReadOnlyList<MethodModel> Methods);
