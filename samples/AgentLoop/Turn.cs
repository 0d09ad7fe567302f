using System.Text.Json;

namespace Acme;

/// <summary>What a model wants to be done next.</summary>
internal abstract record Turn;

/// <summary>Look for tools.</summary>
internal sealed record SearchTurn(string Query) : Turn;

/// <summary>Call a tool.</summary>
internal sealed record CallTurn(string Tool, JsonElement Arguments) : Turn;

/// <summary>Read the first items of a tool that streams.</summary>
internal sealed record StreamTurn(string Tool, JsonElement Arguments, int Count) : Turn;

/// <summary>Say something to the user, and stop.</summary>
internal sealed record AnswerTurn(string Text) : Turn;
