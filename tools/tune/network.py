"""The encoder in torch, with its 4-bit weights, block scales, biases and norms to be tuned.

A weight is one of sixteen steps. It is tuned as a number and rounded to a step each time it is used, so that what is learnt
is what will be stored (quantisation-aware training, with a straight-through gradient).
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from bot.encoder.packed import BLOCK, Packed

_LINEAR = ("q", "k", "v", "ao", "fi", "fo")
_NORMS = ("aln", "oln")
_GENTLER = 0.4
LOWEST = 4
"""The first layer that is ever tuned; what is stored holds all from it on, tuned this time or before."""


class _Round(torch.autograd.Function):
    """The nearest of the sixteen steps; the gradient passes as if nothing had been rounded."""

    @staticmethod
    def forward(_: Any, steps: Tensor) -> Tensor:
        return steps.round().clamp_(-8, 7)

    @staticmethod
    def backward(_: Any, gradient: Tensor) -> Tensor:
        return gradient


class Blocks(nn.Module):
    """A matrix of 4-bit blocks. `steps` are its weights in steps; `factor` tunes each block's scale relative to what it was."""

    def __init__(self, packed: Packed, name: str, width: int) -> None:
        super().__init__()
        whole, scales = packed.blocks(f"{name}.w", width)
        self.steps = nn.Parameter(torch.from_numpy(whole.astype(np.float32)))
        self.register_buffer("scale", torch.from_numpy(scales))
        self.factor = nn.Parameter(torch.zeros_like(self.scale))
        self.held: Tensor | None = None
        self.bias = nn.Parameter(torch.from_numpy(packed.numbers(f"{name}.b").copy()))

    def scales(self) -> Tensor:
        """The scales as they are tuned now."""
        return self.scale * (1 + self.factor)

    def weights(self) -> Tensor:
        """The matrix as it would be stored now."""
        return (_Round.apply(self.steps) * self.scales().unsqueeze(-1)).flatten(1)

    def forward(self, rows: Tensor) -> Tensor:
        """Multiply."""
        return functional.linear(rows, self.weights() if self.held is None else self.held, self.bias)


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self, packed: Packed, number: int) -> None:
        super().__init__()
        self.heads, self.eps = int(packed.sizes["heads"]), packed.eps
        for name in _LINEAR:
            width = packed.sizes["inner"] if name == "fo" else packed.sizes["width"]
            self.add_module(name, Blocks(packed, f"l{number}.{name}", int(width)))
        for name in _NORMS:
            for part in ("w", "b"):
                values = torch.from_numpy(packed.numbers(f"l{number}.{name}.{part}").copy())
                self.register_parameter(f"{name}_{part}", nn.Parameter(values))

    def forward(self, rows: Tensor, seen: Tensor) -> Tensor:
        """Attend, then think."""
        split = [part(rows).unflatten(-1, (self.heads, -1)).transpose(1, 2) for part in (self.q, self.k, self.v)]
        query, key, value = split
        # written out: torch's own attention takes twice as long for texts this short
        near = (query @ key.transpose(-1, -2)).float() / query.shape[-1] ** 0.5
        shares = near.masked_fill(~seen, -1e4).softmax(-1).to(value.dtype)
        attended = (shares @ value).transpose(1, 2).flatten(2)
        rows = self._norm(rows + self.ao(attended), "aln")
        return self._norm(rows + self.fo(functional.gelu(self.fi(rows))), "oln")

    def _norm(self, rows: Tensor, name: str) -> Tensor:
        weight, bias = getattr(self, f"{name}_w"), getattr(self, f"{name}_b")
        return functional.layer_norm(rows, rows.shape[-1:], weight, bias, self.eps)


class Encoder(nn.Module):
    """All layers. Those below `tuned_from` stay as they are."""

    def __init__(self, packed: Packed, tuned_from: int) -> None:
        super().__init__()
        self.packed, self.tuned_from = packed, tuned_from
        whole, scales = packed.blocks("emb.word", int(packed.sizes["width"]))
        self._words = torch.from_numpy(whole), torch.from_numpy(scales)
        self.layers = nn.ModuleList(Layer(packed, number) for number in range(int(packed.sizes["layers"])))
        for layer in self.layers[:tuned_from]:
            layer.requires_grad_(requires_grad=False)

    def lower(self, tokens: Tensor, there: Tensor) -> Tensor:
        """What the layers that stay make of texts: computed once."""
        whole, scales = self._words
        width = whole.shape[1] * whole.shape[2]
        positions = torch.from_numpy(self.packed.numbers("emb.pos").copy()).view(-1, width)[: tokens.shape[1]]
        first = torch.from_numpy(self.packed.numbers("emb.type").copy())[:width]
        rows = (whole[tokens].float() * scales[tokens].unsqueeze(-1)).flatten(-2) + positions + first
        norms = [torch.from_numpy(self.packed.numbers(f"emb.ln.{part}").copy()) for part in ("w", "b")]
        rows = functional.layer_norm(rows, (width,), *norms, self.packed.eps)
        return self._through(self.layers[: self.tuned_from], rows, there)

    def above(self, rows: Tensor, there: Tensor) -> Tensor:
        """The rows of the top layer from what `lower` made."""
        return self._through(self.layers[self.tuned_from :], rows, there)

    def forward(self, rows: Tensor, there: Tensor) -> Tensor:
        """Vectors of length 1 from what `lower` made."""
        rows = self.above(rows, there)
        mask = there.unsqueeze(-1).to(rows.dtype)
        return functional.normalize(((rows * mask).sum(1) / mask.sum(1)).float(), dim=-1)

    def _through(self, layers: nn.ModuleList, rows: Tensor, there: Tensor) -> Tensor:
        for layer in layers:
            rows = layer(rows, there[:, None, None, :].bool())
        return rows

    @contextmanager
    def held(self) -> Iterator[None]:
        """Round the weights once for all that is read inside."""
        blocks = [module for module in self.modules() if isinstance(module, Blocks)]
        for one in blocks:
            one.held = one.weights()
        yield
        for one in blocks:
            one.held = None

    def moved(self, shipped: Packed) -> dict[str, np.ndarray]:
        """By how many steps each weight moved from what the package ships, by the names of the packed file."""
        found = {}
        for number, layer in list(enumerate(self.layers))[LOWEST:]:
            for name in _LINEAR:
                now = _Round.apply(getattr(layer, name).steps.detach()).to(torch.int8).numpy()
                found[f"l{number}.{name}.moved"] = now - shipped.blocks(f"l{number}.{name}.w", now.shape[1] * BLOCK)[0]
        return found

    def tuned(self) -> dict[str, np.ndarray]:
        """The other numbers that were tuned, in half precision."""
        found: dict[str, Tensor] = {}
        for number, layer in list(enumerate(self.layers))[LOWEST:]:
            for name in _LINEAR:
                found[f"l{number}.{name}.scale"] = getattr(layer, name).scales()
                found[f"l{number}.{name}.b"] = getattr(layer, name).bias
            for name in _NORMS:
                found |= {f"l{number}.{name}.{part}": getattr(layer, f"{name}_{part}") for part in ("w", "b")}
        return {name: values.detach().numpy().astype(np.float16) for name, values in found.items()}


def optimiser_of(
    encoder: Encoder, heads: Iterable[nn.Parameter], rates: Mapping[str, float], decay: float = 0.0
) -> torch.optim.Optimizer:
    """What tunes an encoder with heads above it. `rates`: of its 4-bit steps, its scales, the rest, and the heads, in this order.

    `decay`: of the heads' weights.
    """
    tuned = [(name, values) for name, values in encoder.named_parameters() if values.requires_grad]
    groups = {
        "steps": [values for name, values in tuned if name.endswith("steps")],
        "scales": [values for name, values in tuned if name.endswith("factor")],
        "rest": [values for name, values in tuned if not name.endswith(("factor", "steps"))],
        "heads": list(heads),
    }
    decays = {"heads": decay}
    return torch.optim.AdamW(
        [
            {"params": values, "lr": rates[name], "weight_decay": decays.get(name, 0.0)}
            for name, values in groups.items()
        ]
    )


def halved() -> torch.autocast:
    """Reckon with numbers of 16 bits where the processor has instructions for them; without, they take seven times as long."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported())  # noqa: SLF001  # asked nowhere else


def gentler(rates: Mapping[str, float]) -> dict[str, float]:
    """Rates for going on from what was learnt before."""
    return {name: rate * _GENTLER for name, rate in rates.items()}


class Descent:
    """Tunes step by step: `rates` rise over the first tenth of `count` steps, then fall."""

    def __init__(self, optimiser: torch.optim.Optimizer, rates: Mapping[str, float], count: int) -> None:
        self._optimiser, self._count, self._number = optimiser, count, 0
        self._rates = torch.optim.lr_scheduler.OneCycleLR(
            optimiser, list(rates.values()), total_steps=count, pct_start=0.1
        )

    def step(self, loss: Tensor, clipped: Iterable[nn.Parameter], told_every: int) -> None:
        """One step down. `clipped`: parameters whose slopes are held to a length of 1. Says how it goes now and then."""
        self._optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(clipped, 1.0)
        self._optimiser.step()
        self._rates.step()
        if self._number % told_every == 0:
            print(f"step {self._number} of {self._count}: {float(loss.detach()):.2f}", flush=True)
        self._number += 1
